package grammar

import "slices"

// CarrierOf returns the verb that carries a noun, -1 for none: a light verb in a clause
// that qualifies it ("a letter sent by Lim"), else the nearest verb above.
func CarrierOf(p *Parse, i int) int {
	for _, child := range p.Children(i, "relcl", "acl") {
		if LightVerbs[p.Lemma(child)] && p.Dep(i) != "dobj" && !hasOwnObject(p, child) {
			return child
		}
	}
	return p.VerbAbove(i)
}

// hasOwnObject reports whether a relative clause has an object besides its pronoun, so
// that the noun is not its object: "a letter that she had handed over the files".
func hasOwnObject(p *Parse, clause int) bool {
	return slices.ContainsFunc(p.Children(clause, "dobj"), func(object int) bool { return object > clause && p.IsNoun(object) })
}

// IsCarried reports whether a noun is what a light verb carries: its object or subject,
// or the object of "in" ("is in talks", "engaged in talks").
func IsCarried(p *Parse, i, verb int) bool {
	noun := i
	for range MaxClimb {
		switch p.Dep(i) {
		case "dobj", "nsubj", "nsubjpass", "attr", "oprd", "ROOT", "ccomp":
			return true
		case "conj", "compound", "nmod":
			i = p.Head(i)
		case "pobj":
			preposition := p.Head(i)
			holder := p.Head(preposition)
			if holder == verb {
				return p.Lower(preposition) == "in" || p.Lower(preposition) == "into" || OneIsOn[p.Lemma(noun)]
			}
			if p.Lower(preposition) != "of" {
				return false
			}
			i = holder // "a series of talks", "the resumption of talks"
		default:
			return p.Covers(i, verb)
		}
	}
	return false
}

// IsArgument reports whether a noun belongs to the clause of a verb: no other verb
// stands between them in the tree.
func IsArgument(p *Parse, i, verb int) bool {
	if p.Covers(i, verb) {
		return true // "a letter sent by A"
	}
	for ancestor := range p.Ancestors(i) {
		if ancestor == verb {
			return true
		}
		if p.IsVerb(ancestor) {
			return false
		}
	}
	return false
}

// IsInPhrase reports whether a noun stands in a prepositional phrase below a verb.
func IsInPhrase(p *Parse, i, verb int) bool {
	for ancestor := range p.Ancestors(i) {
		if ancestor == verb {
			return false
		}
		if p.Dep(ancestor) == "prep" || p.Dep(ancestor) == "agent" {
			return true
		}
	}
	return false
}
