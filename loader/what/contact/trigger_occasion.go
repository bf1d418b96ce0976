package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// occasionSides returns the sides of a contact that a noun names as what was asked for,
// or as the occasion on which something was settled: "Lim asked Okoro for a meeting",
// "Lim and Okoro agreed in a phone call", "Lim agreed with Okoro in a meeting to".
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
	case a.Lower(preposition) == "for" && askedFor[a.Lemma(verb)] && c.noun.Direction == mutual:
		second = slices.Concat(evidence.GroupsIn(a, a.Proposition(verb), grammar.Object)...)
	case assembling[a.Lemma(verb)] && c.noun.Direction == mutual:
		// "Lim and Okoro gathered for talks"
	case !occasionPrepositions[a.Lower(preposition)] || !settling[a.Lemma(verb)] && !sharing[a.Lemma(verb)] && !isTalking(c):
		return nil
	}
	first := a.PartiesOf(a.Subjects(verb), nil)
	if parties := a.PartiesOf(second, first); len(first) > 0 && len(parties) > 0 {
		c.first = first
		return [][]int{parties}
	}
	if len(first) < 2 || a.Lower(preposition) == "for" && !assembling[a.Lemma(verb)] || sharing[a.Lemma(verb)] {
		return nil
	}
	c.first, c.direction = first, mutual
	return [][]int{nil}
}

// isTalking reports whether a noun is of talk alone, so that whatever is done in it is
// done by talking.
func isTalking(c *draft) bool {
	return c.means == graph.MeansTalks || talking[c.noun.Lemma]
}

// occasionOf returns the contact of which a noun names only the occasion: "Lim met Okoro
// in a new round of talks between the two states", "Lim and Okoro are to meet for their
// first summit". Nil if there is none, or if the noun has a party of its own.
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

// verbOfOccasion returns the verb of which a noun, or the noun whose phrase it is in,
// names the occasion: after "in", "during" or "for". -1 for none.
func verbOfOccasion(a *evidence.Article, i int) int {
	for range grammar.MaxClimb {
		preposition := a.Head(i)
		if a.Dep(i) != "pobj" || preposition == i {
			return -1
		}
		head := a.Head(preposition)
		switch word := a.Lower(preposition); {
		case ofOccasion[word]:
			if a.IsVerb(head) {
				return head
			}
		case word != "of":
			return -1
		}
		if !a.IsNoun(head) {
			return -1
		}
		i = head
	}
	return -1
}
