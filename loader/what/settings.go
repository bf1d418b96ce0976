package what

import (
	"slices"

	"dateline/graph"
)

// settingSides returns the two sides of a contact that a noun only names as what was
// asked for or as the way in which something was settled: "A asked B for a meeting",
// "A and B agreed in a phone call", "A agreed with B in a meeting to …".
func (r *reading) settingSides(c *contact) [][]int {
	preposition := r.Head(c.trigger)
	if round := r.Head(preposition); r.Lower(preposition) == "of" && rounds[r.Lemma(round)] {
		preposition = r.Head(round) // "in a third round of talks"
	}
	verb := r.Head(preposition)
	if dep := r.Dep(verb); dep == "dobj" || dep == "pobj" {
		verb = r.VerbAbove(verb) // "reached a deal in talks"
	}
	if verb < 0 || r.Dep(c.trigger) != "pobj" || r.hasParties(c.trigger) || r.HasChild(c.trigger, "the", "this", "that") {
		return nil
	}
	second := slices.Concat(r.ObjectsOf(verb, "with")...)
	if object := r.Child(verb, "dobj"); object >= 0 && sharing[r.Lemma(verb)] {
		second = append(second, slices.Concat(r.ObjectsOf(object, "with")...)...)
	}
	switch {
	case r.Lower(preposition) == "for" && asked[r.Lemma(verb)] && c.noun.direction == mutual:
		second = r.Children(verb, "dobj")
	case !settings[r.Lower(preposition)] || !settling[r.Lemma(verb)] && !sharing[r.Lemma(verb)] && !r.isTalking(c):
		return nil
	}
	first := r.partiesOf(r.doers(verb), nil)
	if parties := r.partiesOf(second, first); len(first) > 0 && len(parties) > 0 {
		c.first = first
		return [][]int{parties}
	}
	if len(first) < 2 || r.Lower(preposition) == "for" || sharing[r.Lemma(verb)] {
		return nil
	}
	c.first, c.direction = first, mutual
	return [][]int{nil}
}

// isTalking reports whether a noun is of nothing but talk between those who are said
// to do something in it.
func (r *reading) isTalking(c *contact) bool {
	return c.means == graph.MeansTalks || c.noun.lemma == "call"
}

var (
	// rounds are nouns of which talks have several.
	rounds = set("round series session day set")
	// asked are verbs whose object is asked for a contact with the subject.
	asked = set("ask press beg petition")
	// settings stand before what something was settled in.
	settings = set("in during at over by via")
	// sharing are verbs of what one gives another when they meet.
	sharing = set("share exchange swap trade plot conspire")
	// settling are verbs of what two do together when they talk.
	settling = set(`agree decide settle discuss resolve pledge vow promise argue clash quarrel spar disagree reaffirm review
		express underline stress underscore reiterate condemn`)
)
