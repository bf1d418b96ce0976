package event

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/judge"
)

// The bounds of what one clustering asks. They are judgements: of more, people look at none.
const (
	mostDoubts = 50 // reviews of a block
	mostParts  = 10 // of a review
	// leastNear is the least score of two events that a person is asked about: below it,
	// several things keep them apart.
	leastNear = 0.15
)

// doubting collects what is worth a person's look in the events of blocks.
type doubting struct {
	judged  *judge.Judgements
	reviews []*graph.Review
	events  map[*cluster]*graph.Event
	// accounts are by their reports' IDs; nil until needed.
	accounts map[string]*account
}

// doubts returns what is worth a person's look, the greatest weight first. What a person has
// judged is not asked.
func doubts(found []*leaderClustering, clusters []*cluster, events []*graph.Event, judged *judge.Judgements) []*graph.Review {
	d := &doubting{judged: judged, events: map[*cluster]*graph.Event{}}
	for i, c := range clusters {
		d.events[c] = events[i]
	}
	for _, c := range clusters {
		d.weak(c)
		d.conflicts(c)
		d.merged(c)
	}
	for _, l := range found {
		d.near(l)
	}
	slices.SortFunc(d.reviews, func(a, b *graph.Review) int {
		return cmp.Or(cmp.Compare(b.Weight(), a.Weight()), cmp.Compare(a.ID, b.ID))
	})
	d.reviews = slices.CompactFunc(d.reviews, func(a, b *graph.Review) bool { return a.ID == b.ID })
	return d.reviews[:min(len(d.reviews), mostDoubts)]
}

func (d *doubting) add(r graph.Review, about ...string) {
	r.Parts = r.Parts[:min(len(r.Parts), mostParts)]
	d.reviews = append(d.reviews, graph.NewReview(r, about...))
}

// weak asks about an event that rests on reports that may have been misread.
func (d *doubting) weak(c *cluster) {
	surest := 0.0
	for _, a := range c.accounts {
		if surest = max(surest, a.Confidence); surest >= weakConfidence || a.ByHand || d.judged.Corrected(a.ID) {
			return
		}
	}
	var parts []*graph.Compared
	var ids []string
	for _, a := range c.accounts {
		parts, ids = append(parts, Compared(a.Report)), append(ids, a.ID)
	}
	text := "Is this what the article says: " + d.events[c].Summary
	if len(c.accounts) > 1 {
		text = "Is this what the articles say: " + d.events[c].Summary
	}
	d.add(graph.Review{Kind: graph.ReviewWeakReport, Text: text, Effect: len(c.accounts), Doubt: 1 - surest, Parts: parts}, ids...)
}

// conflicts asks about reports that contradict each other. A conflict of two events is asked
// about once, at that of its first report.
func (d *doubting) conflicts(c *cluster) {
	var parts []*graph.Compared
	var ids []string
	text := ""
	for _, conflict := range d.events[c].Conflicts {
		if !slices.ContainsFunc(c.accounts, func(a *account) bool { return a.ID == conflict.ReportIDs[0] }) || d.settledAmong(conflict.ReportIDs) {
			continue
		}
		if text != "" {
			text += " "
		}
		text += conflict.Explanation
		for _, id := range conflict.ReportIDs {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
				parts = append(parts, d.compared(id))
			}
		}
	}
	if text != "" {
		d.add(graph.Review{Kind: graph.ReviewConflict, Text: d.events[c].Summary + " " + text, Effect: len(ids), Doubt: 1, Parts: parts}, ids...)
	}
}

// compared finds a report of the blocks.
func (d *doubting) compared(id string) *graph.Compared {
	if d.accounts == nil {
		d.accounts = map[string]*account{}
		for c := range d.events {
			for _, a := range c.accounts {
				d.accounts[a.ID] = a
			}
		}
	}
	return Compared(d.accounts[id].Report)
}

func (d *doubting) settledAmong(ids []string) bool {
	if !d.judged.Any() {
		return false
	}
	for i, id := range ids {
		if d.judged.Corrected(id) || d.judged.Settled([]string{id}, ids[:i]) {
			return true
		}
	}
	return false
}

// merged asks about the reports of an event that little joins with it.
func (d *doubting) merged(c *cluster) {
	var comparisons []*graph.Comparison
	var ids []string
	least := 1.0
	for _, a := range c.accounts {
		if a.comparedWith == nil || !a.misdated && mergeScore(a.comparedWith, a) >= doubtfulScore || d.judged.Settled([]string{a.ID}, []string{a.comparedWith.ID}) {
			continue
		}
		compared := compareAccounts(a.comparedWith, a)
		least = min(least, compared.Score)
		ids = append(ids, a.ID)
		if len(comparisons) < mostParts-1 {
			comparisons = append(comparisons, compared)
		}
	}
	if len(ids) == 0 {
		return
	}
	parts := []*graph.Compared{comparisons[0].A}
	for _, compared := range comparisons {
		parts = append(parts, compared.B)
	}
	d.add(graph.Review{Kind: graph.ReviewDoubtfulMerge, Text: "Were these rightly taken for one event: " + d.events[c].Summary,
		Effect: len(ids), Doubt: 1 - least, Parts: parts, Comparisons: comparisons}, append(ids, comparisons[0].A.ID)...)
}

// mergeScore is the score of two accounts that were taken for one event, without the reasons.
func mergeScore(a, b *account) float64 {
	if a.Type != graph.EventContact {
		return 1
	}
	worst := sameMatch
	matchParties(a, b, func(_, _ *party, how partyMatch) { worst = min(worst, how) })
	score := partyScores[worst]
	switch {
	case a.Time == nil && b.Time == nil:
		score *= scoreNoTime
	case a.Time == nil || b.Time == nil:
		score *= scoreUndated
	case a.Time.EDTF != b.Time.EDTF:
		score *= scoreOverlap
	}
	if a.Means != b.Means {
		score *= scoreMeans
	}
	if a.Status != b.Status {
		score *= scoreStatus
	}
	return score
}

// near asks about events that were kept apart and may be one.
func (d *doubting) near(l *leaderClustering) {
	for _, pair := range l.related {
		d.nearMiss(l.leaders[pair[0]], l.leaders[pair[1]], l.clusters[pair[0]], l.clusters[pair[1]])
	}
	for _, miss := range l.missed {
		own := l.clusters[miss.number]
		for _, i := range miss.candidates {
			d.nearMiss(l.leaders[i], l.leaders[miss.number], l.clusters[i], own)
		}
	}
}

func (d *doubting) nearMiss(a, b *account, ofA, ofB *cluster) {
	if ofA == ofB || d.events[ofA] == nil || d.events[ofB] == nil || d.judged.Settled([]string{a.ID}, []string{b.ID}) {
		return
	}
	compared := compareAccounts(a, b)
	if compared.Score < leastNear {
		return
	}
	effect := min(len(ofA.accounts), len(ofB.accounts))
	text := "Are these one event? " + d.events[ofA].Summary + " " + d.events[ofB].Summary
	d.add(graph.Review{Kind: graph.ReviewNearMiss, Text: text, Effect: effect, Doubt: compared.Score,
		Parts: []*graph.Compared{compared.A, compared.B}, Comparisons: []*graph.Comparison{compared}}, a.ID, b.ID)
}
