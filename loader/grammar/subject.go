package grammar

// MaxClimb bounds every walk up the tree, in clauses; subjects are rarely more than
// two away. A judgement.
const MaxClimb = 6

// subjectReader finds who does what a verb says.
type subjectReader struct{ prepositionReader }

// actors returns who does what a verb says: its agents in the passive, else its subject.
func (r subjectReader) actors(verb int) []Argument {
	if IsPassive(r.Parse, verb) {
		return r.agents(verb)
	}
	return r.surface(verb, 0)
}

// agents returns who does a passive verb: "was phoned by Lim".
func (r subjectReader) agents(verb int) []Argument {
	var found []Argument
	for _, child := range r.Children(verb, "agent", "prep") {
		if r.Dep(child) == "agent" || r.Lower(child) == "by" {
			found = append(found, r.phrasesOf(r.objectsOfPreposition(child), ByPassive)...)
		}
	}
	return found
}

// surface returns the surface subject of a verb in either voice, its own or the one that
// it inherits.
func (r subjectReader) surface(verb, depth int) []Argument {
	if depth > MaxClimb {
		return nil
	}
	if twin := infinitiveBefore(r.Parse, verb); twin >= 0 {
		verb = twin
	}
	if subject, _ := readAsApposition(r.Parse, verb); subject >= 0 {
		return r.phrase(subject, ByRelative|ByRepair)
	}
	if own := r.ownSubjects(verb); len(own) > 0 {
		return r.phrasesOf(own, 0)
	}
	if subject := subjectReadAsSpeaker(r.Parse, verb); subject >= 0 {
		return arguments([]int{subject}, ByRepair) // without the speaker after it
	}
	if subject := subjectReadAsApposition(r.Parse, verb); subject >= 0 {
		return r.phrase(subject, ByRepair)
	}
	if subject := subjectReadAsQualified(r.Parse, verb); subject >= 0 {
		return r.phrase(subject, ByRepair)
	}
	return r.inherited(verb, depth)
}

// ownSubjects returns the subject of a verb itself. Of several, which only a broken parse
// has, it is the last one before the verb.
func (r subjectReader) ownSubjects(verb int) []int {
	if speaker := speakerReadAsApposition(r.Parse, verb); speaker >= 0 {
		return []int{speaker}
	}
	subject := -1
	for _, child := range r.Children(verb, "nsubj", "nsubjpass", "csubj") {
		if subject >= 0 && child > verb {
			continue
		}
		if r.isStolen(child) {
			child = r.afterFronted(child, verb)
		}
		if child >= 0 {
			subject = child
		}
	}
	if subject < 0 {
		return nil
	}
	return []int{subject}
}

// afterFronted returns the subject that the parser took for an apposition of the object of
// a fronted phrase: Okoro in "With Lim, Okoro spoke for an hour"; -1 for none.
func (r subjectReader) afterFronted(object, verb int) int {
	for _, apposed := range r.Children(object, "appos") {
		if _, end := r.Subtree(apposed); end == verb && IsProperNoun(r.Parse, apposed) {
			return apposed
		}
	}
	return -1
}

// subjectReadAsApposition returns the subject of a finite main verb if the parser took it for an apposition of what stands before it: Okoro in "Lim will be the envoy,
// Okoro told Silva"; -1 for none.
func subjectReadAsApposition(p *Parse, verb int) int {
	if dep := p.Dep(verb); dep != "conj" && dep != "ROOT" || verb < 2 {
		return -1
	}
	switch p.Tag(verb) {
	case "VBD", "VBZ", "VBP":
	default:
		return -1
	}
	subject := verb - 1
	first, _ := p.Subtree(subject)
	if p.Dep(subject) == "appos" && IsProperNoun(p, subject) && first > 0 && p.Tokens[first-1].Text == "," {
		return subject
	}
	return -1
}

// subjectReadAsQualified returns the subject of a main verb that the parser took for a
// participle of it, for want of any other verb in the sentence: Lim in "Lim, who was in Oslo,
// called on Okoro"; -1 for none. A participle would follow its noun at once.
func subjectReadAsQualified(p *Parse, verb int) int {
	if p.Dep(verb) != "acl" || p.Tag(verb) == "VBG" || p.Tag(verb) == "VB" || verb == 0 || p.Tokens[verb-1].Text != "," {
		return -1
	}
	subject := p.Head(verb)
	if p.Dep(subject) == "appos" {
		subject = p.Head(subject)
	}
	if p.Dep(subject) != "ROOT" || !IsProperNoun(p, subject) || p.Child(verb, "agent", "aux", "auxpass") >= 0 {
		return -1
	}
	if between := p.Child(subject, "relcl", "appos"); between < 0 || between > verb {
		return -1
	}
	return subject
}

// subjectReadAsSpeaker returns the subject of a verb that the parser gave to whoever says so
// between the two: Lim in "Lim, Okoro said, phoned her"; -1 for none.
func subjectReadAsSpeaker(p *Parse, verb int) int {
	if HasSubject(p, verb) {
		return -1
	}
	asides := p.Children(verb, "parataxis")
	if p.Dep(verb) == "ccomp" && p.Child(verb, "mark") < 0 {
		asides = append(asides, p.Head(verb))
	}
	for _, aside := range asides {
		if subject, speaker := speakerAfter(p, aside); speaker >= 0 && aside < verb {
			return subject
		}
	}
	return -1
}

// speakerReadAsApposition returns who says what stands around a verb of speech, if the parser
// gave the verb the subject of that: Okoro in "Lim, Okoro said, phoned her"; -1 for none.
func speakerReadAsApposition(p *Parse, speech int) int {
	said := p.Child(speech, "ccomp")
	if p.Dep(speech) == "parataxis" {
		said = p.Head(speech)
	}
	if said < 0 || subjectReadAsSpeaker(p, said) < 0 {
		return -1
	}
	_, speaker := speakerAfter(p, speech)
	return speaker
}

// speakerAfter returns the first of two names before a verb with a comma between, and the
// second one, which ends right before the verb; -1 for the second if there are not two.
func speakerAfter(p *Parse, speech int) (first, second int) {
	subjects := p.Children(speech, "nsubj")
	if len(subjects) == 0 || subjects[0] > speech || p.Tokens[subjects[0]+1].Text != "," {
		return -1, -1
	}
	others := append(p.Children(subjects[0], "appos"), subjects[1:]...)
	if len(others) != 1 || !endsAt(p, others[0], speech) {
		return -1, -1
	}
	return subjects[0], others[0]
}

// endsAt reports whether a phrase ends right before a token.
func endsAt(p *Parse, phrase, token int) bool {
	_, end := p.Subtree(phrase)
	return end == token
}

// OwnSubject returns the subject of a verb in the active voice, -1 for none. Of several,
// which only a broken parse has, it returns the last one before the verb.
func OwnSubject(p *Parse, verb int) int {
	subject := -1
	for _, child := range p.Children(verb, "nsubj", "csubj") {
		if subject < 0 || child < verb {
			subject = child
		}
	}
	return subject
}

// HasSubject reports whether a verb has a subject of its own, in either voice.
func HasSubject(p *Parse, i int) bool {
	return p.Child(i, "nsubj", "nsubjpass", "csubj", "expl") >= 0
}

// Holder returns the head of the phrase whose words or thoughts a verb or participle
// attributes, -1 for none. It differs from Reader.Subjects in three ways: a
// passive verb keeps its surface subject ("Lim was said to agree"), a noun above counts
// as holder even if nothing owns it ("a report saying that …"), and there is one answer
// at most. The weights of package quote are learned from its answers, so the two can
// only become one when those are learned again.
func Holder(p *Parse, i int) int {
	for range MaxClimb {
		if subject := SurfaceSubject(p, i); subject >= 0 {
			return subject
		}
		head := p.Head(i)
		if head == i {
			return -1
		}
		switch p.Dep(i) {
		case "conj", "advcl", "xcomp", "parataxis", "dep":
			if !p.IsVerb(head) && p.Dep(i) != "conj" && !IsVerbal(p, head) {
				return -1
			}
			if p.Dep(i) == "xcomp" || p.Dep(i) == "advcl" {
				if object := p.Child(head, "dobj"); object >= 0 && objectControl[p.Lemma(head)] && p.Dep(i) == "xcomp" {
					return object
				}
			}
			i = head
		case "ccomp":
			if p.Tag(i) != "VBG" && p.Tag(i) != "VB" {
				return -1
			}
			i = head
		case "acl", "relcl":
			return holderOfNoun(p, head)
		case "pcomp":
			preposition := head
			head = p.Head(preposition)
			if p.IsNoun(head) {
				return holderOfNoun(p, head)
			}
			i = head
		default:
			return -1
		}
	}
	return -1
}

// holderOfNoun returns the owner of a statement, plan or effort: its possessor, else the
// subject of the verb whose object it is, else the noun itself.
func holderOfNoun(p *Parse, noun int) int {
	if owner := p.Child(noun, "poss"); owner >= 0 {
		return owner
	}
	if p.Dep(noun) == "dobj" && p.IsVerb(p.Head(noun)) {
		if subject := SurfaceSubject(p, p.Head(noun)); subject >= 0 {
			return subject
		}
	}
	return noun
}
