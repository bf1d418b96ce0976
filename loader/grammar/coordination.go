package grammar

import "slices"

// Conjuncts returns a token and those coordinated with it that follow it, in order:
// all three of "Lim, Okoro and Silva" for Lim.
func (p *Parse) Conjuncts(i int) []int {
	all := []int{i}
	for next := 0; next < len(all); next++ {
		for _, child := range p.Children(all[next], "conj") {
			if child > i {
				all = append(all, child)
			}
		}
	}
	slices.Sort(all)
	return all
}

// infinitiveBefore returns the infinitive with which a base form is coordinated if the
// parser took a finite verb instead, as for "talk" in "was due to lay flowers, talk to
// Okoro and leave"; -1 for other verbs.
func infinitiveBefore(p *Parse, verb int) int {
	tag := p.Tag(verb)
	if !p.IsVerb(verb) || p.Dep(verb) != "conj" || tag != "VB" && tag != "VBP" || p.Child(verb, "nsubj", "nsubjpass", "aux") >= 0 {
		return -1
	}
	headTag := p.Tag(p.Head(verb))
	if headTag != "VBD" && headTag != "VBN" && (headTag != "VBZ" || tag != "VB") {
		return -1
	}
	for i := verb - 1; i >= p.SentenceOf(verb).Start; i-- {
		if p.Tag(i) == "VB" && (p.HasChild(i, "to") || p.Dep(i) == "xcomp") {
			return i
		}
	}
	return -1
}

// SharesAuxiliary reports whether a coordinated verb shares the auxiliaries of the
// first one: "meet" in "will fly to Oslo and meet Okoro".
func SharesAuxiliary(p *Parse, verb int) bool {
	if p.Child(verb, "nsubj", "nsubjpass", "aux") >= 0 {
		return false
	}
	tag := p.Tag(verb)
	return tag == "VB" || tag == "VBG"
}
