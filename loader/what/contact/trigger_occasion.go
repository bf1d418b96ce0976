package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// occasionSides returns the two sides of a contact that a noun only names as what was
// asked for or as the way in which something was settled: "A asked B for a meeting",
// "A and B agreed in a phone call", "A agreed with B in a meeting to …".
func occasionSides(a *evidence.Article, c *draft) [][]int {
	preposition := a.Head(c.trigger)
	if round := a.Head(preposition); a.Lower(preposition) == "of" && rounds[a.Lemma(round)] {
		preposition = a.Head(round) // "in a third round of talks"
	}
	verb := a.Head(preposition)
	if dep := a.Dep(verb); dep == "dobj" || dep == "pobj" {
		verb = a.VerbAbove(verb) // "reached a deal in talks"
	}
	if verb < 0 || a.Dep(c.trigger) != "pobj" || evidence.HasParties(a, c.trigger) || a.HasChild(c.trigger, "the", "this", "that") {
		return nil
	}
	second := slices.Concat(a.ObjectsOf(verb, "with")...)
	if object := a.Child(verb, "dobj"); object >= 0 && sharing[a.Lemma(verb)] {
		second = append(second, slices.Concat(a.ObjectsOf(object, "with")...)...)
	}
	switch {
	case a.Lower(preposition) == "for" && asked[a.Lemma(verb)] && c.noun.direction == mutual:
		second = a.Children(verb, "dobj")
	case !settings[a.Lower(preposition)] || !settling[a.Lemma(verb)] && !sharing[a.Lemma(verb)] && !isTalking(a, c):
		return nil
	}
	first := a.PartiesOf(a.Subjects(verb), nil)
	if parties := a.PartiesOf(second, first); len(first) > 0 && len(parties) > 0 {
		c.first = first
		return [][]int{parties}
	}
	if len(first) < 2 || a.Lower(preposition) == "for" || sharing[a.Lemma(verb)] {
		return nil
	}
	c.first, c.direction = first, mutual
	return [][]int{nil}
}

// isTalking reports whether a noun is of nothing but talk between those who are said
// to do something in it.
func isTalking(a *evidence.Article, c *draft) bool {
	return c.means == graph.MeansTalks || c.noun.lemma == "call"
}

// occasionOf returns the contact that a contact noun only sets: "A met B in a new
// round of talks between the two states", "A and B are to meet for their first
// summit". Nil where the noun names a party of its own.
func occasionOf(a *evidence.Article, c *draft, drafts []*draft) *draft {
	if c.noun == nil {
		return nil
	}
	verb := verbOfOccasion(a, c.trigger)
	for _, draft := range slices.Backward(drafts) {
		if draft.trigger != verb || !fitsNoun(draft, c.noun) {
			continue
		}
		for _, member := range evidence.Without(c.all(), draft.all()) {
			m := a.Member(member)
			sameSide := func(d int) bool { return m.Country != "" && a.Member(d).Country == m.Country }
			if !(m.Nominal && m.HolderID == "") && !slices.ContainsFunc(draft.all(), sameSide) {
				return nil
			}
		}
		return draft
	}
	return nil
}

// verbOfOccasion returns the verb that a noun says the occasion of: "in", "during" or
// "for" it, or the noun of whose phrase it is part; -1 for none.
func verbOfOccasion(a *evidence.Article, i int) int {
	for range grammar.MaxClimb {
		preposition := a.Head(i)
		if a.Dep(i) != "pobj" || preposition == i {
			return -1
		}
		head := a.Head(preposition)
		switch a.Lower(preposition) {
		case "in", "during", "for", "at", "as":
			if a.IsVerb(head) {
				return head
			}
		case "of":
		default:
			return -1
		}
		if !a.IsNoun(head) {
			return -1
		}
		i = head
	}
	return -1
}
