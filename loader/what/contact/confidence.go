package contact

import (
	"dateline/graph"
	"dateline/loader/what/evidence"
)

// confidenceOf returns a number from 0 to 1: 0.95 if the parties are named in the
// sentence of the trigger, less for whatever had to be inferred. The deductions are
// judgements, not probabilities, though bench/confidence finds them close to the share that
// is right. The one for a time from the context shrinks with its probability.
func confidenceOf(a *evidence.Article, c *draft) float64 {
	confidence := 0.95
	if c.loose {
		confidence -= 0.15 // a side is taken from another clause
	}
	if c.inferred {
		confidence -= 0.2 // a side is taken from another sentence
	}
	if c.dated > 0 {
		confidence -= 0.2 * (1 - c.dated) // its time is chosen from the context
	}
	for _, member := range c.all() {
		if a.Member(member).Nominal {
			confidence -= 0.1
		} else if !a.Mentions(c.quote, member, true) {
			confidence -= 0.1 // a pronoun or a role phrase
		}
	}
	if c.status == graph.StatusHypothetical || c.status == graph.StatusRequested {
		confidence -= 0.05
	}
	return max(0.1, float64(int(confidence*100+0.5))/100)
}
