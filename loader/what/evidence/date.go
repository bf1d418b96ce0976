package evidence

import (
	"dateline/graph"
	"dateline/loader/when"
)

// DateOf returns the date that a phrase is or contains, else the date of the event that
// it names if another sentence has it. It is zero if unknown.
func DateOf(a *Article, noun int) graph.EDTF {
	if t := a.TimeAt(noun); t != nil {
		return pointOf(t)
	}
	if date := dateInside(a, noun); !date.IsZero() {
		return date
	}
	for i := range a.Tokens {
		if i != noun && a.IsNoun(i) && a.Lemma(i) == a.Lemma(noun) {
			if date := dateInside(a, i); !date.IsZero() {
				return date
			}
		}
	}
	return graph.EDTF{}
}

// dateInside returns the date in a noun's phrase or right after it: "the flood in March".
func dateInside(a *Article, noun int) graph.EDTF {
	first, last := a.Subtree(noun)
	for i := first; i < last; i++ {
		if t := a.TimeAt(i); t != nil && !t.EDTF.IsZero() {
			return pointOf(t)
		}
	}
	for i := last; i < min(last+4, len(a.Tokens)) && !a.IsVerb(i); i++ {
		if t := a.TimeAt(i); t != nil && !t.EDTF.IsZero() && a.Tokens[i].Sentence == a.Tokens[noun].Sentence {
			return pointOf(t) // hung on the verb, though it follows the noun
		}
	}
	return graph.EDTF{}
}

// pointOf returns the time that an expression itself names, where "since" would make it
// an open interval.
func pointOf(t *when.Expression) graph.EDTF {
	if point, err := graph.ParseEDTF(t.Value); err == nil {
		return point
	}
	return t.EDTF
}
