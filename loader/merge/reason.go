package merge

import (
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
)

// reason is why a report is of one event with another: the parties, means and times
// that the two were found alike by, in words. Reports with the same reason are told
// of together. It is made by what compares reports, so the two cannot disagree.
type reason struct {
	with    *telling // that the report was compared with
	parties string   // "Emmanuel Bonne and Russia"
	// both is what the two tell alike, and first and other what they tell differently,
	// the one compared with first; all begin with a preposition or are empty.
	both, first, other string
	remark             string // what follows all that
}

// merges explains why each report but the founder belongs to the cluster. Entities
// are by their own IDs.
func (c *cluster) merges(entities map[string]graph.Entity) []graph.Merge {
	var merges []graph.Merge
	var reasons []reason
	places := map[reason]int{}
	for _, t := range c.tellings {
		if t.with == nil {
			continue
		}
		why := reasonFor(t, entities)
		at, known := places[why]
		if !known {
			at = len(merges)
			places[why] = at
			reasons = append(reasons, why)
			merges = append(merges, graph.Merge{ReportIDs: []string{t.with.ID}})
		}
		merges[at].ReportIDs = append(merges[at].ReportIDs, t.ID)
	}
	for i := range merges {
		merges[i].Explanation = reasons[i].sentence(c.tellings[0].rules.tells, len(merges[i].ReportIDs))
	}
	return merges
}

// sentence puts the reason into words, for so many reports.
func (r *reason) sentence(tell string, reports int) string {
	all, other := "Both ", "the other "
	if reports > 2 {
		all, other = "All ", "the others "
	}
	facts := []string{all + tell + " " + r.parties}
	if r.both != "" {
		facts = append(facts, r.both)
	}
	if r.first != "" {
		facts = append(facts, "the first "+r.first)
	}
	if r.other != "" {
		facts = append(facts, other+r.other)
	}
	return strings.Join(facts, ", ") + r.remark + "."
}

func reasonFor(t *telling, entities map[string]graph.Entity) reason {
	why := reason{with: t.with}
	var found []string
	var known []*party
	matchParties(t.with, t, func(p, q *party, how likeness) {
		known = append(known, p, q)
		if t.rules.isSide(graph.Participation{Role: p.role}) {
			found = append(found, pairPhrase(p, q, how, entities))
		}
	})
	why.parties = join(found)
	t.rules.inCommon(&why, t.with, t, entities)
	addWord(&why.first, alsoNamed(t.with, known))
	addWord(&why.other, alsoNamed(t, known))
	if t.misdated {
		why.remark = ": days next to each other, which nothing else fits as well"
	}
	return why
}

// pairPhrase names two parties that are held to be the same: a person rather than a
// role or a state, and what the other report names instead.
func pairPhrase(p, q *party, how likeness, entities map[string]graph.Entity) string {
	if p.nominal && !q.nominal || p.body && !q.body {
		p, q = q, p
	}
	var why string
	switch how {
	case identical:
		return nameOf(p)
	case envoy:
		why = "an envoy of the same state"
		if principal := entities[p.principal]; principal != nil && p.principal == q.principal {
			why = "for " + graph.ProfileOf(principal).Name + " as well"
		}
	case office:
		why = "the same office"
	default:
		why = "of the same state"
	}
	return nameOf(p) + " (elsewhere " + nameOf(q) + ", " + why + ")"
}

// nameOf returns a party's name, in quotation marks where it is known by a role alone.
func nameOf(p *party) string {
	if p.nominal {
		return "“" + graph.ProfileOf(p.entity).Name + "”"
	}
	return graph.ProfileOf(p.entity).Name
}

// mostNamed is how many of the parties that only one report has are named.
const mostNamed = 3

// alsoNamed tells which parties a report has besides those that are known.
func alsoNamed(t *telling, known []*party) string {
	var others []string
	for i := range t.parties {
		if !slices.Contains(known, &t.parties[i]) {
			others = append(others, nameOf(&t.parties[i]))
		}
	}
	switch {
	case len(others) == 0:
		return ""
	case len(others) > mostNamed:
		others = append(others[:mostNamed], "others")
	}
	return "with " + join(others) + " as well"
}

// contactInCommon tells how, when and where two reports put a contact.
func contactInCommon(r *reason, a, b *telling, entities map[string]graph.Entity) {
	r.add(kindPhrase(a), kindPhrase(b))
	if a.Time == nil && b.Time == nil {
		r.add(undatedPhrase(a, b), undatedPhrase(a, b))
	} else {
		r.add(datePhrase(a), datePhrase(b))
	}
	if place := entities[a.place]; place != nil && a.place == b.place {
		where := strings.TrimSpace(placePhrase(graph.ProfileOf(place), a.Quote))
		r.add(where, where)
	}
}

// statementInCommon tells how much of the words of two statements is the same, and
// when both are told to have been made.
func statementInCommon(r *reason, a, b *telling, _ map[string]graph.Entity) {
	if a.Time != nil && b.Time != nil {
		r.add(datePhrase(a), datePhrase(b))
	}
	same, of := sharedWords(a, b)
	if same == of {
		r.remark = fmt.Sprintf(", and all %d different words of the shorter quote are in the longer one", of)
		return
	}
	r.remark = fmt.Sprintf(", and %d of the %d different words of the shorter quote are in the longer one", same, of)
}

// add notes what two reports tell of one thing.
func (r *reason) add(first, other string) {
	if first != other {
		addWord(&r.first, first)
		addWord(&r.other, other)
		return
	}
	if r.both != "" {
		r.both += ", "
	}
	r.both += first
}

func addWord(text *string, word string) {
	if *text != "" && word != "" {
		*text += " "
	}
	*text += word
}

// kindPhrase tells by what means a report puts a contact, and in which status unless
// it took place.
func kindPhrase(t *telling) string {
	noun := phrasings[t.Means].noun
	article, bare, found := strings.Cut(noun, " ")
	if !found {
		article, bare = "", noun
	}
	text := "in"
	addWord(&text, article)
	if !happened(t.Status) {
		addWord(&text, strings.ToLower(string(t.Status)))
	}
	addWord(&text, bare)
	if t.Means == graph.MeansUnspecified {
		text += " by means not told"
	}
	return text
}

// datePhrase tells when a report puts an event, or of when its article is.
func datePhrase(t *telling) string {
	switch {
	case t.Time != nil:
		return timePhrase(t.Time.EDTF)
	case published(t).IsZero():
		return "not dated"
	}
	return "not dated (article of " + day(published(t)) + ")"
}

// undatedPhrase tells of when the articles of two reports without a time are.
func undatedPhrase(a, b *telling) string {
	x, y := published(a), published(b)
	if x.Compare(y) > 0 {
		x, y = y, x
	}
	switch {
	case x.IsZero():
		return "not dated"
	case x == y:
		return "not dated (articles of " + day(x) + ")"
	}
	return "not dated (articles of " + daysPhrase(x, y) + ")"
}
