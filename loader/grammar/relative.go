package grammar

// Antecedent returns the noun that a relative pronoun stands for as the subject of
// a verb, nil if there is none. Other tokens are returned as they are.
func (f *SubjectFinder) Antecedent(subject, verb int) []int {
	switch f.Lower(subject) {
	case "who", "that", "which", "whom":
		for range MaxClimb {
			if f.Dep(verb) == "relcl" {
				return []int{f.equated(f.Head(verb))}
			}
			if f.Dep(verb) != "conj" && f.Dep(verb) != "xcomp" {
				return nil
			}
			verb = f.Head(verb)
		}
		return nil
	}
	return []int{subject}
}

// equated returns the subject that a clause equates with a noun, as "Lim is one of the
// aides who met Okoro" equates Lim with the aides; else the noun itself.
func (f *SubjectFinder) equated(noun int) int {
	predicate := noun
	if among := f.Head(noun); f.Dep(noun) == "pobj" && f.Lower(among) == "among" && f.Lemma(f.Head(among)) == "be" {
		if subject := OwnSubject(f.Parse, f.Head(among)); subject >= 0 {
			return subject
		}
	}
	if f.Dep(noun) == "pobj" && f.Lower(f.Head(noun)) == "of" && f.Lower(f.Head(f.Head(noun))) == "one" {
		predicate = f.Head(f.Head(noun))
	}
	verb := f.Head(predicate)
	if members[f.Lemma(noun)] && f.Dep(noun) == "dobj" && f.Lemma(verb) == "have" && OwnSubject(f.Parse, verb) >= 0 {
		return OwnSubject(f.Parse, verb) // "the group had members who met Okoro"
	}
	if f.Dep(predicate) != "attr" || f.Lemma(verb) != "be" || f.Child(verb, "neg") >= 0 {
		return noun
	}
	subject := OwnSubject(f.Parse, verb)
	if subject < 0 {
		return noun
	}
	if f.IsPerson != nil && f.IsPerson(subject) {
		return subject
	}
	return noun
}
