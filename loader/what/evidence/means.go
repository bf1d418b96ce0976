package evidence

import (
	"dateline/graph"
	"dateline/loader/grammar"
)

// MeansNamed returns the means that a noun stands for, "" for none.
func MeansNamed(lemma string) graph.Means { return grammar.Instruments[lemma] }

// OpeningMedium returns the noun of the means in the phrase with which a sentence
// begins, -1 for none.
func OpeningMedium(a *Article, trigger int) int {
	start := grammar.Opening(a.Parse, trigger)
	for _, object := range a.Children(start, "pobj") {
		_, end := a.Subtree(object)
		if MeansNamed(a.Lemma(object)) != "" && end <= trigger && !grammar.VerbBetween(a.Parse, end, trigger) {
			return object
		}
	}
	return -1
}
