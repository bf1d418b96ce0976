package grammar

import "slices"

// IsDenied reports whether the words around a word say that it did not happen: it has a
// negation of its own, an argument with "neither" or "no", "nor" before it, "without" or
// "instead of" above it, a negative phrase in front, or it only nearly happened.
func IsDenied(p *Parse, i int) bool {
	return IsNegated(p, i) || IsYetTo(p, i) || isAfterNor(p, i) || hasNegativeArgument(p, i) || isWithout(p, i) || hasNegativeFront(p, i) || isNearly(p, i)
}

// IsNegated reports whether a word has a negation of its own: "did not meet", "no
// talks", "neither Lim nor Okoro met", but not "did not just meet".
func IsNegated(p *Parse, i int) bool {
	for _, child := range p.Children(i) {
		if p.Dep(child) == "neg" || negations[p.Lower(child)] && (p.Dep(child) == "det" || p.Dep(child) == "advmod" || p.Dep(child) == "preconj") {
			return p.Lower(child) != "only" && !isOnly(p, i)
		}
	}
	return false
}

// isOnly reports whether a negation denies nothing: "did not just meet".
func isOnly(p *Parse, i int) bool {
	for _, child := range p.Children(i) {
		if p.Dep(child) == "neg" && child+1 < len(p.Tokens) && onlyWords[p.Lower(child+1)] {
			return true
		}
	}
	return false
}

// IsYetTo reports whether a verb tells of what has not happened: "has yet to meet Okoro".
func IsYetTo(p *Parse, verb int) bool {
	head := p.Head(verb)
	return p.Dep(verb) == "xcomp" && (p.Lemma(head) == "have" || p.Lemma(head) == "be") && (p.HasChild(head, "yet") || p.HasChild(verb, "yet"))
}

// IsExcepted reports whether "not" takes a name out of those around it: Okoro in "met Lim
// and not Okoro", Lim in "not Lim but Okoro met Silva".
func IsExcepted(p *Parse, i int) bool {
	return slices.ContainsFunc(p.Children(i, "neg"), func(not int) bool { return not < i })
}

// IsExceptedPhrase reports whether "not" takes a prepositional phrase out: "spoke with Lim
// but not with Okoro".
func IsExceptedPhrase(p *Parse, preposition int) bool {
	return p.Dep(preposition) == "prep" && p.Child(preposition, "neg") >= 0
}

// isAfterNor reports whether "nor" joins a word to one before it or opens its sentence:
// "has neither met Lim nor spoken to Okoro", "nor did Silva meet Okoro".
func isAfterNor(p *Parse, i int) bool {
	isNor := func(cc int) bool { return cc < i && joiningNegations[p.Lower(cc)] }
	if slices.ContainsFunc(p.Children(i, "cc"), isNor) {
		return true
	}
	if p.Dep(i) != "conj" {
		return false
	}
	joint := -1
	for _, cc := range p.Children(p.Head(i), "cc") {
		if cc < i {
			joint = cc
		}
	}
	return joint > p.Head(i) && isNor(joint)
}

// hasNegativeArgument reports whether an argument of a verb is one of none: "neither Lim
// nor Okoro met", "met no officials", "met with neither".
func hasNegativeArgument(p *Parse, verb int) bool {
	if !p.IsVerb(verb) {
		return false
	}
	arguments := p.Children(verb, "nsubj", "nsubjpass", "dobj")
	for _, preposition := range p.Children(verb, "prep") {
		if preposition > verb {
			arguments = append(arguments, p.Children(preposition, "pobj")...)
		}
	}
	return slices.ContainsFunc(arguments, func(argument int) bool {
		return slices.ContainsFunc(p.Children(argument, "preconj", "det"), func(child int) bool { return negations[p.Lower(child)] })
	})
}

// isWithout reports whether a word is what is left out: "left without meeting Okoro",
// "instead of meeting Okoro", "rather than meet Okoro".
func isWithout(p *Parse, i int) bool {
	head := p.Head(i)
	switch p.Dep(i) {
	case "pcomp", "pobj":
		return negations[p.Lower(head)] || p.Lower(head) == "of" && p.HasChild(head, "instead")
	case "advcl":
		return p.HasChild(i, "than") && p.HasChild(i, "rather")
	case "conj":
		than := p.Child(head, "cc")
		return than >= 0 && than < i && p.Lower(than) == "than" && p.HasChild(than, "rather")
	}
	return false
}

// hasNegativeFront reports whether a verb has a negative phrase in front, with an
// auxiliary before the subject: "at no time did Lim meet Okoro".
func hasNegativeFront(p *Parse, verb int) bool {
	auxiliary, subject := p.Child(verb, "aux"), p.Child(verb, "nsubj")
	if auxiliary < 0 || subject < auxiliary {
		return false
	}
	return slices.ContainsFunc(p.Children(verb, "prep"), func(preposition int) bool {
		object := p.Child(preposition, "pobj")
		return preposition < auxiliary && object >= 0 && p.HasChild(object, "no")
	})
}

// isNearly reports whether a verb tells of what only nearly happened: "almost met".
func isNearly(p *Parse, verb int) bool {
	return p.IsVerb(verb) && slices.ContainsFunc(p.Children(verb, "advmod"), func(child int) bool {
		return child+1 == verb && nearly[p.Lower(child)]
	})
}
