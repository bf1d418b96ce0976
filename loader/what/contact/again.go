package contact

import (
	"dateline/graph"
	"dateline/loader/what/evidence"
	"dateline/loader/when"
)

// againContacts returns one more contact of the sides of a verb's for each further time that
// "again" introduces: "met Okoro on Monday and again on Friday", "and again three days later".
func againContacts(a *evidence.Article, verb int, first *draft) []*draft {
	var found []*draft
	segment := a.Segment(verb)
	for t := verb + 1; t+1 < segment.End && !a.IsVerb(t); t++ {
		if !onceMore[a.Lower(t)] || t == 0 || !joinsMore[a.Lower(t-1)] {
			continue
		}
		if timeAfter(a, t) != nil {
			more := *first
			more.again, more.another = t, true
			found = append(found, &more)
		}
	}
	return found
}

// maxBeforeTime is how many tokens may stand between "again" and its time: "again in late".
// A judgement.
const maxBeforeTime = 3

// timeAfter returns the time expression that begins right after a token, nil for none.
func timeAfter(a *evidence.Article, token int) *when.Expression {
	for t := token + 1; t < min(token+1+maxBeforeTime, a.Segment(token).End); t++ {
		if time := a.TimeAt(t); time != nil {
			return time
		}
		if a.IsNoun(t) || a.Tokens[t].POS == "PUNCT" {
			return nil
		}
	}
	return nil
}

// timeOfAgain returns the time of one more contact: that of its expression, or so long after
// the time of the contact before it.
func timeOfAgain(a *evidence.Article, c *draft) *graph.TimeSpan {
	time := timeAfter(a, c.again)
	if time.Type != when.Duration && !time.EDTF.IsZero() {
		return time.TimeSpan()
	}
	first := *c
	first.again = 0
	before, _ := timeOf(a, &first)
	return evidence.LaterThan(before, time)
}
