package grammar

import "slices"

// prepositionLabels are the labels that the parser gives to prepositions.
var prepositionLabels = []string{"prep", "dative", "agent", "prt", "advmod", "conj"}

// ObjectsOf returns the heads of the noun phrases that these prepositions govern below
// a token: one group of one head for each phrase.
func (p *Parse) ObjectsOf(i int, prepositions ...string) [][]int {
	var groups [][]int
	for _, child := range withJoinedPrepositions(p, i) {
		if !slices.Contains(prepositionLabels, p.Dep(child)) || !slices.Contains(prepositions, p.Lower(child)) {
			continue
		}
		if p.Child(child, "pobj", "pcomp") < 0 {
			if object := sharedObject(p, i, child); object >= 0 {
				groups = append(groups, []int{object})
			}
			continue
		}
		for _, object := range p.Children(child, "pobj", "pcomp") {
			if text := p.Lower(object); (text == "whom" || text == "who") && p.Dep(i) == "relcl" {
				object = p.Head(i)
				groups = append(groups, []int{object})
			} else if p.Dep(object) == "pobj" {
				groups = append(groups, []int{object})
			}
		}
	}
	return groups
}

// sharedObject returns the object that a preposition shares with the next verb, as in
// "met with and prayed over Okoro"; -1 for none.
func sharedObject(p *Parse, verb, preposition int) int {
	for _, joined := range p.Children(verb, "conj") {
		if joined < preposition || joined-preposition > 3 {
			continue
		}
		for _, other := range p.Children(joined, "prep") {
			if object := p.Child(other, "pobj"); object >= 0 {
				return object
			}
		}
		return p.Child(joined, "dobj")
	}
	return -1
}

// withJoinedPrepositions returns the children of a token and the prepositions that are
// coordinated with one of them: "with Lim and with Okoro".
func withJoinedPrepositions(p *Parse, i int) []int {
	all := slices.Clone(p.Children(i))
	for _, child := range p.Children(i) {
		if p.Dep(child) != "prep" {
			continue
		}
		for _, joined := range p.Conjuncts(child)[1:] {
			if p.Tag(joined) == "IN" {
				all = append(all, joined)
			}
		}
	}
	return all
}
