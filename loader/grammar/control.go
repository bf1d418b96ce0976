package grammar

// controller returns the subjects of a verb that has none of its own, or the verb
// whose subjects they are; nil and -1 if nothing controls it.
func (f *SubjectFinder) controller(verb int) (subjects []int, next int) {
	head := f.Head(verb)
	if head == verb {
		return nil, -1
	}
	switch f.Dep(verb) {
	case "xcomp", "advcl", "ccomp":
		if f.Dep(verb) == "ccomp" && f.Tag(verb) != "VB" && f.Tag(verb) != "VBG" {
			return nil, -1
		}
		return f.controlledBy(head, verb)
	case "conj", "pcomp", "dep", "parataxis", "acomp", "appos":
		return f.upFrom(head)
	case "relcl", "acl":
		if tag := f.Tag(verb); tag == "VBG" || f.Dep(verb) == "relcl" {
			return []int{head}, -1
		}
		if isAnswered(f.Parse, head) {
			return nil, -1
		}
		return f.upFrom(head)
	}
	return nil, -1
}

// controlledBy returns the subject of an infinitive or participle below head: the object
// of "asked Lim to call", the subject of "promised Lim to call".
func (f *SubjectFinder) controlledBy(head, verb int) ([]int, int) {
	if !f.IsVerb(head) {
		return f.upFrom(head)
	}
	if objectControl[f.Lemma(head)] && f.Tag(verb) == "VB" {
		if object := f.Child(head, "dobj", "nsubjpass"); object >= 0 {
			return []int{object}, -1
		}
	}
	if IsPassive(f.Parse, head) {
		if subject := f.Child(head, "nsubjpass"); subject >= 0 {
			return f.Antecedent(subject, head), -1
		}
	}
	return nil, head
}

// upFrom continues from a head that may not be a verb: to the possessor of a noun, or
// through prepositions and adjectives to the verb above.
func (f *SubjectFinder) upFrom(head int) ([]int, int) {
	for range MaxClimb {
		if f.IsVerb(head) {
			if IsPassive(f.Parse, head) {
				if subject := f.Child(head, "nsubjpass"); subject >= 0 && len(Agents(f.Parse, head)) == 0 {
					return f.Antecedent(subject, head), -1
				}
			}
			return nil, head
		}
		if possessor := f.Child(head, "poss"); possessor >= 0 && f.IsNoun(head) {
			return []int{possessor}, -1
		}
		if f.Head(head) == head {
			return nil, -1
		}
		head = f.Head(head)
	}
	return nil, -1
}

// isAnswered reports whether a noun is a request that the subject of its verb received
// from somebody else: "opposed a request to question Okoro".
func isAnswered(p *Parse, noun int) bool {
	return petitions[p.Lemma(noun)] && p.Dep(noun) == "dobj" && answering[p.Lemma(p.Head(noun))]
}
