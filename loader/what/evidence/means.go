package evidence

import (
	"dateline/graph"
	"dateline/loader/grammar"
)

// MeansNamed returns the means that a noun stands for, "" for none.
func MeansNamed(lemma string) graph.Means { return grammar.Instruments[lemma] }

// OpeningMedium returns the noun of a means in the phrase that opens the sentence of a
// trigger, "In an email dated 3 May, Lim told Okoro"; -1 for none.
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
