package grammar

import "slices"

// IsIrrealis reports whether a verb is not asserted as a fact: it is negated, under a
// modal or in a condition ("would say", "will say", "did not say", "if he says").
func IsIrrealis(p *Parse, verb int) bool {
	for _, child := range p.Children(verb) {
		if p.Dep(child) == "neg" || p.Dep(child) == "aux" && p.Tag(child) == "MD" || p.Dep(child) == "mark" && Conditional[p.Lower(child)] {
			return true
		}
	}
	return false
}

// hasModalAbove reports whether the verb that governs a preposition is under a modal.
func hasModalAbove(p *Parse, preposition int) bool {
	return slices.ContainsFunc(p.Children(p.Head(preposition), "aux"), func(aux int) bool { return p.Tag(aux) == "MD" })
}

// IsWouldLike reports whether a verb is the "like" of "would like to".
func IsWouldLike(p *Parse, i int) bool {
	return wouldLike[p.Lemma(i)] && p.HasChild(i, "would", "'d", "’d")
}

// IsUnreal reports whether a clause is a condition by the order of its words: "had Lim met
// Okoro, he would know", "were Lim to meet Okoro".
func IsUnreal(p *Parse, verb int) bool {
	subject := p.Child(verb, "nsubj", "nsubjpass")
	if subject < 0 || IsQuestion(p, verb) {
		return false
	}
	if p.Lower(verb) == "were" && verb < subject && p.Child(verb, "acomp", "attr") < 0 {
		clauses := append(p.Children(verb, "advcl", "xcomp"), p.Children(subject, "relcl")...)
		return slices.ContainsFunc(clauses, func(clause int) bool { return p.HasChild(clause, "to") })
	}
	return slices.ContainsFunc(p.Children(verb, "aux"), func(aux int) bool { return aux < subject && inverted[p.Lower(aux)] })
}
