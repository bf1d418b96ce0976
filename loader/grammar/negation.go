package grammar

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
