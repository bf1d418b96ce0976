package grammar

// equated returns the subject that a clause equates with a noun, as "Lim is one of the
// aides who met Okoro" equates Lim with the aides; else the noun itself.
func (r phraseReader) equated(noun int) int {
	predicate := noun
	if among := r.Head(noun); r.Dep(noun) == "pobj" && r.Lower(among) == "among" && r.Lemma(r.Head(among)) == "be" {
		if subject := OwnSubject(r.Parse, r.Head(among)); subject >= 0 {
			return subject
		}
		if attribute := r.Child(r.Head(among), "attr", "acomp"); attribute >= 0 {
			return attribute // "among those whom Lim met was Okoro"
		}
	}
	if r.Dep(noun) == "pobj" && r.Lower(r.Head(noun)) == "of" && r.Lower(r.Head(r.Head(noun))) == "one" {
		predicate = r.Head(r.Head(noun))
	}
	verb := r.Head(predicate)
	if members[r.Lemma(noun)] && r.Dep(noun) == "dobj" && r.Lemma(verb) == "have" && OwnSubject(r.Parse, verb) >= 0 {
		return OwnSubject(r.Parse, verb) // "the group had members who met Okoro"
	}
	if r.Dep(predicate) == "nsubj" && r.Lemma(verb) == "be" && r.Child(verb, "neg") < 0 {
		if attribute := r.Child(verb, "attr"); attribute > verb && IsProperNoun(r.Parse, attribute) {
			return attribute // "the man whom Lim met was Okoro"
		}
	}
	if r.Dep(predicate) != "attr" || r.Lemma(verb) != "be" || r.Child(verb, "neg") >= 0 {
		return noun
	}
	subject := OwnSubject(r.Parse, verb)
	if subject < 0 {
		return noun
	}
	if r.isPerson != nil && r.isPerson(subject) {
		return subject
	}
	return noun
}

// readAsApposition returns the subject of a relative clause without a pronoun that the parser
// took for an apposition, and whom the sentence equates with the noun: Lim and Okoro in "the
// woman Lim met on Friday was Okoro"; -1 and -1 for others.
func readAsApposition(p *Parse, verb int) (subject, equal int) {
	noun := p.Child(verb, "nsubj")
	if noun < 0 || noun > verb || !p.IsNoun(noun) || IsProperNoun(p, noun) || !p.HasChild(noun, "the") {
		return -1, -1
	}
	subject = p.Child(noun, "appos")
	if subject < noun || !IsProperNoun(p, subject) {
		return -1, -1
	}
	if first, _ := p.Subtree(subject); first != noun+1 {
		return -1, -1 // "the envoy, Lim, met"
	}
	for _, copula := range append(p.Children(verb, "conj", "ccomp"), p.Head(verb)) {
		if p.Lemma(copula) != "be" || copula < verb {
			continue
		}
		if equal := p.Child(copula, "attr", "acomp", "dobj"); equal > copula && IsProperNoun(p, equal) {
			return subject, equal
		}
	}
	return -1, -1
}
