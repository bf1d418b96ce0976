package grammar

// inherited returns the subject of a verb that has none of its own from the clause or
// noun that it depends on.
func (r subjectReader) inherited(verb, depth int) []Argument {
	head := r.Head(verb)
	if head == verb {
		return nil
	}
	switch r.Dep(verb) {
	case "xcomp", "ccomp", "advcl", "oprd":
		if r.Dep(verb) == "ccomp" && r.Tag(verb) != "VB" && r.Tag(verb) != "VBG" {
			return nil
		}
		if clause := clauseAround(r.Parse, head); clause >= 0 && head < verb {
			head = clause
		}
		return r.controllerOf(verb, head, depth)
	case "conj":
		return withVia(r.upFrom(head, depth), BySharedSubject)
	case "pcomp":
		return withVia(r.upFrom(head, depth), ByParticiple)
	case "dep", "parataxis", "acomp", "appos", "attr":
		return withVia(r.upFrom(head, depth), ByControl)
	case "relcl":
		return []Argument{{Token: head, First: head, Via: ByRelative}}
	case "acl":
		return r.qualified(verb, head, depth)
	}
	return nil
}

// clauseAround returns the verb of the clause in which another stands with its subject between
// commas: "come" for "say" in "Lim will come, sources say, to meet Okoro"; -1 for none. The
// parser puts either verb above the other.
func clauseAround(p *Parse, speech int) int {
	subject := p.Child(speech, "nsubj")
	if !SpeechVerbs[p.Lemma(speech)] || subject < 0 || speech+1 >= len(p.Tokens) || p.Tokens[speech+1].Text != "," {
		return -1
	}
	if first, _ := p.Subtree(subject); first == 0 || first > speech || p.Tokens[first-1].Text != "," {
		return -1
	}
	if p.Dep(speech) == "parataxis" {
		return p.Head(speech)
	}
	if clause := p.Child(speech, "ccomp"); clause < subject {
		return clause
	}
	return -1
}

// controllerOf returns the subject of an infinitive or participle below head: the object
// of "asked Lim to call", the subject of "promised Lim to call".
func (r subjectReader) controllerOf(verb, head, depth int) []Argument {
	via := ByControl
	if r.Dep(verb) == "advcl" {
		via = ByParticiple
		if r.Tag(verb) == "VB" {
			via = ByPurpose
		}
	}
	if r.IsVerb(head) && objectControl[r.Lemma(head)] && !IsPassive(r.Parse, head) && (r.Tag(verb) == "VB" || r.Dep(verb) == "oprd") {
		if object := r.Child(head, "dobj", "dative"); object >= 0 && r.Tokens[object].POS != "ADP" {
			return r.phrase(object, via)
		}
	}
	if asked := r.askedInPhrase(head, verb); asked >= 0 {
		return r.phrase(asked, via)
	}
	return withVia(r.upFrom(head, depth), via)
}

// askedInPhrase returns whom a verb asks by a phrase to do what an infinitive says: Lim in
// "called on Lim to resign"; -1 for nobody.
func (r subjectReader) askedInPhrase(verb, infinitive int) int {
	if !phraseControl[r.Lemma(verb)] || r.Tag(infinitive) != "VB" {
		return -1
	}
	for _, preposition := range r.Children(verb, "prep") {
		object := r.Child(preposition, "pobj")
		if word := r.Lower(preposition); object > verb && object < infinitive && (word == "on" || word == "upon" || word == "to" || word == "with") && !isTime(r.Parse, object) {
			return object
		}
	}
	return -1
}

// qualified returns the subject of a verb that qualifies a noun: the noun itself for a
// participle ("aides meeting Okoro", "aides summoned by Okoro"), its holder for an
// infinitive ("Lim's plan to meet Okoro").
func (r subjectReader) qualified(verb, noun, depth int) []Argument {
	if r.Tag(verb) == "VBD" && verb > 0 && r.Tokens[verb-1].Text == "," && !IsPassive(r.Parse, verb) && r.Dep(noun) != "nsubj" {
		return withVia(r.upFrom(r.Head(noun), depth), BySharedSubject|ByRepair) // "met Okoro, spoke with Silva and left"
	}
	if r.Tag(verb) != "VB" && r.Tag(verb) != "VBP" {
		first := noun
		found := []Argument{{Token: first, First: first, Via: ByParticiple}}
		for range MaxClimb {
			if r.Dep(noun) != "conj" || r.IsVerb(r.Head(noun)) {
				break
			}
			noun = r.Head(noun)
			found = append(found, Argument{Token: noun, First: first, Via: ByParticiple | ByFellow})
		}
		return found
	}
	if isAnswered(r.Parse, noun) {
		return nil
	}
	if owners := r.ownersOf(noun); len(owners) > 0 {
		return withVia(owners, ByInfinitive)
	}
	return withVia(r.upFrom(noun, depth), ByInfinitive)
}

// ownersOf returns whose a noun is by its own phrase: "Lim's plan", "a request by Lim".
func (r subjectReader) ownersOf(noun int) []Argument {
	if owner := r.Child(noun, "poss"); owner >= 0 {
		return r.phrase(owner, 0)
	}
	if inviting[r.Lemma(noun)] {
		return nil // "turned down an invitation by Lim to meet Okoro"
	}
	for _, preposition := range r.Children(noun, "prep", "agent") {
		if text := r.Lower(preposition); text == "by" || text == "from" {
			return r.phrasesOf(r.objectsOfPreposition(preposition), 0)
		}
	}
	return nil
}

// upFrom returns the surface subject of the clause that a token stands in: of the verb
// itself, or through nouns, prepositions and adjectives of the verb above; the possessor
// of a noun on the way.
func (r subjectReader) upFrom(head, depth int) []Argument {
	reason := r.Lower(head) == "for" // "was blamed by Lim for not meeting Okoro"
	for range MaxClimb {
		if r.IsVerb(head) && reason {
			return r.surface(head, depth+1)
		}
		if r.IsVerb(head) {
			return r.controlling(head, depth)
		}
		if owner := r.Child(head, "poss"); owner >= 0 && r.IsNoun(head) {
			return r.phrase(owner, 0)
		}
		if r.Head(head) == head {
			return nil
		}
		head = r.Head(head)
	}
	return nil
}

// controlling returns the subject of a verb as one that acts in what depends on the verb:
// its surface subject, "Lim was briefed before meeting Okoro"; of a thing done by somebody,
// who does it, "the deal was announced by Lim after meeting Okoro".
func (r subjectReader) controlling(verb, depth int) []Argument {
	subjects := r.surface(verb, depth+1)
	if r.isPerson == nil || len(subjects) == 0 || !IsPassive(r.Parse, verb) || r.isPerson(subjects[0].Token) {
		return subjects
	}
	if agents := r.agents(verb); len(agents) > 0 && r.isPerson(agents[0].Token) {
		return agents
	}
	return subjects
}

// isAnswered reports whether a noun is a request that the subject of its verb received
// from somebody else: "opposed a request to question Okoro".
func isAnswered(p *Parse, noun int) bool {
	return petitions[p.Lemma(noun)] && p.Dep(noun) == "dobj" && answering[p.Lemma(p.Head(noun))]
}
