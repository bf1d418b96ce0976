package grammar

// isRelativePronoun reports whether a token stands for the noun that its clause
// qualifies.
func isRelativePronoun(p *Parse, token int) bool {
	switch p.Tag(token) {
	case "WDT", "WP":
		return true
	}
	if p.Lower(token) != "that" {
		return false
	}
	switch p.Dep(token) {
	case "nsubj", "nsubjpass", "dobj", "pobj":
		return p.Tag(token) != "DT" || p.Dep(p.Head(token)) == "relcl"
	}
	return false
}

// antecedents returns whom a relative pronoun stands for as an argument. Of
// several coordinated nouns it is the last; the others came by ByFellow, since only the
// sense tells whether "Lim and Okoro, who met" means both.
func (r phraseReader) antecedents(pronoun int, via Via) []Argument {
	clause := r.relativeClause(pronoun)
	if clause < 0 {
		return r.cleft(pronoun, via)
	}
	head := r.Head(clause)
	first := r.equated(head)
	found := []Argument{{Token: first, First: first, Via: via | ByRelative}}
	for range MaxClimb {
		if r.Dep(head) != "conj" || r.IsVerb(r.Head(head)) {
			break
		}
		head = r.Head(head)
		found = append(found, Argument{Token: head, First: first, Via: via | ByRelative | ByFellow})
	}
	return found
}

// relativeClause returns the verb of the relative clause that a pronoun stands in, -1 for
// none.
func (r phraseReader) relativeClause(pronoun int) int {
	token := pronoun
	for range MaxClimb {
		if r.Dep(token) == "relcl" {
			return token
		}
		if r.Head(token) == token {
			return -1
		}
		token = r.Head(token)
	}
	return -1
}

// cleft returns whom "it was Lim who phoned Okoro" puts first.
func (r phraseReader) cleft(pronoun int, via Via) []Argument {
	verb := r.Head(pronoun)
	copula := r.Head(verb)
	switch r.Dep(verb) {
	case "ccomp", "advcl", "relcl":
	default:
		return nil
	}
	if focus := r.Child(copula, "attr"); r.Lemma(copula) == "be" && focus >= 0 && focus < pronoun {
		return r.phrase(focus, via|ByCleft)
	}
	return nil
}
