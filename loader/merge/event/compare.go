package event

import (
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
)

// What each thing that two accounts have in common leaves of a score. They are judgements:
// they order comparisons and are no probabilities.
var partyScores = [sameMatch + 1]float64{noMatch: 0.3, officialMatch: 0.5, officeMatch: 0.7, envoyMatch: 0.8, sameMatch: 1}

const (
	scoreOverlap  = 0.9  // of times that are not the same
	scoreUndated  = 0.7  // one has no time
	scoreNoTime   = 0.6  // neither has
	scoreDayApart = 0.5  // neighbouring days
	scoreMeans    = 0.85 // of means that are compatible and not the same
	scoreStatus   = 0.9  // likewise
	scoreAgainst  = 0.3  // of whatever contradicts

	// doubtfulScore is the score below which a merge is worth a person's look.
	doubtfulScore = 0.45
	// weakConfidence is that of reports that may have been misread.
	weakConfidence = 0.5
)

// comparing collects the reasons of a comparison.
type comparing struct {
	score   float64
	reasons []graph.Reason
	against bool
}

func (c *comparing) note(aspect graph.Aspect, speaksFor bool, score float64, text string) {
	c.score *= score
	c.against = c.against || !speaksFor
	c.reasons = append(c.reasons, graph.Reason{Aspect: aspect, Text: fullStop(capital(text)), For: speaksFor})
}

// Compare says what speaks for and against two reports being of one event. Entities are by
// the IDs of the members that the reports name.
func Compare(a, b *graph.Report, entities map[string]graph.Entity) *graph.Comparison {
	return compareAccounts(newAccount(a, entities), newAccount(b, entities))
}

// Compared returns a report as a comparison has it.
func Compared(r *graph.Report) *graph.Compared {
	return &graph.Compared{ID: r.ID, Name: shortened(r.Quote), Size: 1}
}

// shortened returns a quote, or the beginning of a long one.
func shortened(quote string) string {
	const most = 200
	letters := []rune(quote)
	if len(letters) <= most {
		return quote
	}
	return strings.TrimSpace(string(letters[:most-1])) + "…"
}

func compareAccounts(a, b *account) *graph.Comparison {
	c := &comparing{score: 1}
	c.sources(a, b)
	c.parties(a, b)
	if a.Type == graph.EventContact && b.Type == graph.EventContact {
		c.contacts(a, b)
	} else {
		c.words(a, b)
	}
	made := &graph.Comparison{A: Compared(a.Report), B: Compared(b.Report), Score: float64(int(c.score*100+0.5)) / 100, Reasons: c.reasons}
	switch {
	case c.against:
		made.Verdict = graph.VerdictDifferent
	case sameParties(a, b) && a.Type == b.Type && a.rules.same(a, b):
		made.Verdict = graph.VerdictSame
	default:
		made.Verdict = graph.VerdictPossible
	}
	return made
}

func (c *comparing) sources(a, b *account) {
	if a.Type != b.Type {
		c.note(graph.AspectBlock, false, scoreAgainst, "one is a contact, the other a statement")
	} else if a.Block != b.Block {
		c.note(graph.AspectBlock, false, 1, "they are never compared, since they are between other sides, or of other months")
	}
	if a.ArticleID == b.ArticleID && a.ID != b.ID {
		c.note(graph.AspectArticle, false, scoreAgainst, "both are of one article, which tells of them as two")
	}
}

func (c *comparing) parties(a, b *account) {
	var shared []string
	worst := sameMatch
	_, all := matchParties(a, b, func(p, q *party, how partyMatch) {
		worst = min(worst, how)
		shared = append(shared, pairPhrase(p, q, how, nil))
	})
	switch {
	case sameParties(a, b):
		c.note(graph.AspectParties, true, partyScores[worst], "both are about "+join(shared))
	case all && len(shared) > 0:
		c.note(graph.AspectParties, false, partyScores[officialMatch], "a state and one of its people are not the same side: "+join(shared))
	default:
		c.note(graph.AspectParties, false, scoreAgainst, "the parties differ: "+partiesOf(a)+" here, "+partiesOf(b)+" there")
	}
}

func partiesOf(a *account) string {
	var named []string
	for i := range a.parties {
		named = append(named, nameOf(&a.parties[i]))
	}
	if len(named) == 0 {
		return "nobody"
	}
	return join(named)
}

func (c *comparing) contacts(a, b *account) {
	c.times(a, b)
	switch {
	case a.Means == b.Means:
		c.note(graph.AspectMeans, true, 1, "both tell of "+viewOf(a).noun)
	case a.Means.Compatible(b.Means):
		c.note(graph.AspectMeans, true, scoreMeans, viewOf(a).noun+" and "+viewOf(b).noun+" may be one")
	default:
		c.note(graph.AspectMeans, false, scoreAgainst, viewOf(a).noun+" is not "+viewOf(b).noun)
	}
	switch {
	case a.Status == b.Status && a.DeniesPlan == b.DeniesPlan:
	case sameStatus(a, b):
		c.note(graph.AspectStatus, true, scoreStatus, statusPhrase(a, b)+", which may be of one")
	default:
		c.note(graph.AspectStatus, false, scoreAgainst, statusPhrase(a, b))
	}
	switch {
	case a.at == nil || b.at == nil:
	case a.place == b.place:
		c.note(graph.AspectPlace, true, 1, "both put it in "+graph.ProfileOf(a.at).Name)
	case placesApart(a, b):
		c.note(graph.AspectPlace, sameDay(a, b), scoreAgainst, "one puts it in "+graph.ProfileOf(a.at).Name+", the other in "+graph.ProfileOf(b.at).Name)
	}
	if !sameKind(a, b) {
		c.note(graph.AspectMeans, false, scoreAgainst, "one tells of several contacts or of another level")
	}
}

func statusPhrase(a, b *account) string {
	return "one is " + strings.ToLower(string(a.Status)) + ", the other " + strings.ToLower(string(b.Status))
}

func (c *comparing) times(a, b *account) {
	same := sameTime(a, b)
	switch {
	case a.Time == nil && b.Time == nil:
		c.note(graph.AspectTime, same, scoreNoTime, "neither gives a time"+inParentheses(articlesPhrase(a, b)))
	case a.Time == nil || b.Time == nil:
		dated := a
		if a.Time == nil {
			dated = b
		}
		c.note(graph.AspectTime, same, scoreUndated, "one gives no time, the other puts it "+timePhrase(dated.Time.EDTF))
	case a.Time.EDTF == b.Time.EDTF:
		c.note(graph.AspectTime, true, 1, "both put it "+timePhrase(a.Time.EDTF))
	default:
		text := "one puts it " + timePhrase(a.Time.EDTF) + ", the other " + timePhrase(b.Time.EDTF)
		switch {
		case same:
			c.note(graph.AspectTime, true, scoreOverlap, text)
		case dayApart(a.Time.EDTF, b.Time.EDTF):
			c.note(graph.AspectTime, false, scoreDayApart, text)
		default:
			c.note(graph.AspectTime, false, scoreAgainst, text)
		}
	}
}

func (c *comparing) words(a, b *account) {
	if a.Time != nil && b.Time != nil && !overlap(a.Time.EDTF, b.Time.EDTF) && !dayApart(a.Time.EDTF, b.Time.EDTF) {
		c.note(graph.AspectTime, false, scoreAgainst, "one puts it "+timePhrase(a.Time.EDTF)+", the other "+timePhrase(b.Time.EDTF))
	}
	same, of := sharedWords(a, b)
	share := 1.0
	if of > 0 {
		share = float64(same) / float64(of)
	}
	c.note(graph.AspectWords, of >= leastWords && same >= neededWords(of), share, fmt.Sprintf("%d of the %d distinct words of the shorter quote are in the longer one", same, of))
}

// Ties returns the pairs of an event's reports that merging joined, each with the one that
// it was compared with.
func Ties(e *graph.Event) [][2]string {
	var ties [][2]string
	for _, merge := range e.Merges {
		for _, id := range merge.ReportIDs[1:] {
			tie := [2]string{merge.ReportIDs[0], id}
			if !slices.Contains(ties, tie) {
				ties = append(ties, tie)
			}
		}
	}
	return ties
}
