package grammar

// prepositionReader finds what follows prepositions, also where the parser hung it
// elsewhere.
type prepositionReader struct{ phraseReader }

// addPhrases adds the prepositional phrases below a word to a proposition, each in the
// slot of its preposition.
func (r prepositionReader) addPhrases(q *Proposition, word int, via Via) {
	r.addMarked(q, word, via)
	for _, child := range withJoinedPrepositions(r.Parse, word) {
		switch r.Dep(child) {
		case "prep", "dative", "agent":
			r.addPhrase(q, child, word, via)
		case "conj":
			if r.Tag(child) == "IN" {
				r.addPhrase(q, child, word, via)
			}
		case "prt", "advmod":
			for _, inner := range r.Children(child, "prep") {
				r.addPhrase(q, inner, word, via|ByNested) // "stepped in with", "face to face with"
			}
			if r.Child(child, "pobj") >= 0 {
				r.addPhrase(q, child, word, via)
			}
		}
	}
}

// addPhrase adds the objects of one preposition, and those of a preposition below it:
// "by phone with Okoro", "including with Okoro".
func (r prepositionReader) addPhrase(q *Proposition, preposition, word int, via Via) {
	name := Slot(r.Lower(preposition))
	for _, object := range r.objectsOfPreposition(preposition) {
		q.add(name, r.phrase(object, via)...)
		if name == "between" && len(q.In(name)) == 1 {
			q.add(name, r.afterApposition(object, via)...)
		}
		if !isMeans(r.Parse, object) {
			continue
		}
		for _, inner := range r.Children(object, "prep") {
			if text := r.Lower(inner); text == "with" || text == "to" {
				q.add(Slot(text), r.phrasesOf(r.Children(inner, "pobj"), via|ByNested)...)
			}
		}
	}
	if r.Lower(preposition) == "including" {
		for _, inner := range r.Children(preposition, "prep") {
			q.add(Slot(r.Lower(inner)), r.phrasesOf(r.Children(inner, "pobj"), via|ByNested)...)
		}
	}
	if r.Child(preposition, "pobj", "pcomp", "prep") < 0 {
		if object := sharedObject(r.Parse, word, preposition); object >= 0 {
			q.add(name, r.phrase(object, via|BySharedTail)...)
		}
	}
}

// afterApposition returns the second of "between Lim, the envoy of Chad, and Okoro", which
// the parser coordinated with the apposition or a word in it.
func (r prepositionReader) afterApposition(first int, via Via) []Argument {
	_, last := r.Subtree(first)
	for t := first + 1; t < min(last, first+maxStray); t++ {
		if r.Dep(t) == "conj" && IsProperNoun(r.Parse, t) && r.Child(first, "appos") >= 0 && r.Child(r.Head(t), "cc") >= 0 {
			return []Argument{{Token: t, First: first, Via: via | ByCoordination | ByRepair}}
		}
	}
	if second := r.besideApposition(first); second >= 0 {
		return []Argument{{Token: second, First: first, Via: via | ByCoordination | ByRepair}}
	}
	return nil
}

// besideApposition returns the head of the phrase after "and" that ends an apposition of a
// noun, wherever the parser hung it; -1 for none.
func (r prepositionReader) besideApposition(first int) int {
	apposed := r.Children(first, "appos")
	if len(apposed) == 0 {
		return -1
	}
	_, and := r.Subtree(apposed[len(apposed)-1])
	if and < len(r.Tokens) && r.Tokens[and].Text == "," {
		and++
	}
	if and >= len(r.Tokens) || r.Lower(and) != "and" {
		return -1
	}
	head := -1
	for t := and + 1; t < min(and+maxStray, len(r.Tokens)) && !r.IsVerb(t); t++ {
		if start, _ := r.Subtree(t); start == and+1 && isNominal(r.Parse, t) && r.Tokens[t].POS != "DET" {
			head = t
		}
	}
	return head
}

// isMeans reports whether a noun only says by what means something is said, so that the
// phrases below it are those of the verb: "by phone with Okoro", not "in talks with".
func isMeans(p *Parse, noun int) bool {
	lemma := p.Lemma(noun)
	return Connections[lemma] || Instruments[lemma] != "" && (eventNouns[lemma] == nil || OneIsOn[lemma])
}

// phrasesOf returns the arguments of several phrases.
func (r phraseReader) phrasesOf(tokens []int, via Via) []Argument {
	var found []Argument
	for _, token := range tokens {
		found = append(found, r.phrase(token, via)...)
	}
	return found
}

// objectsOfPreposition returns the objects of a preposition. One that the parser took for
// the subject of the next verb is given back: "talks led by Lim opened".
func (r prepositionReader) objectsOfPreposition(preposition int) []int {
	if own := r.Children(preposition, "pobj", "pcomp"); len(own) > 0 {
		if taken := r.takenForSubject(preposition, own[0]); taken >= 0 {
			return []int{taken}
		}
		return r.Children(preposition, "pobj")
	}
	if len(r.Children(preposition)) > 0 {
		return nil
	}
	for t := preposition + 1; t < min(preposition+12, len(r.Tokens)); t++ {
		if first, _ := r.Subtree(t); first == preposition+1 && r.isStolen(t) {
			return []int{t}
		}
		if r.IsVerb(t) {
			break
		}
	}
	return nil
}

// takenForSubject returns the object of a preposition that the parser took for the subject of
// the infinitive behind it: Okoro in "spoke with Okoro to offer help"; -1 for none.
func (r prepositionReader) takenForSubject(preposition, infinitive int) int {
	if r.Tag(infinitive) != "VB" || !r.HasChild(infinitive, "to") || r.Lower(preposition) != "with" && r.Lower(preposition) != "to" {
		return -1
	}
	subject := r.Child(infinitive, "nsubj")
	if subject < preposition || !isNominal(r.Parse, subject) {
		return -1
	}
	return subject
}

// addMarked adds the object of a preposition that the parser took for the mark of the
// infinitive behind it, as it takes that object for the subject.
func (r prepositionReader) addMarked(q *Proposition, word int, via Via) {
	for _, clause := range r.Children(word, "advcl") {
		preposition := r.Child(clause, "mark")
		if preposition < word {
			continue
		}
		if taken := r.takenForSubject(preposition, clause); taken >= 0 {
			q.add(Slot(r.Lower(preposition)), r.phrase(taken, via|ByRepair)...)
		}
	}
}

// isStolen reports whether a noun phrase is the object of the preposition before it,
// which has no other.
func (r prepositionReader) isStolen(token int) bool {
	if !isNominal(r.Parse, token) {
		return false
	}
	switch r.Dep(token) {
	case "nsubj", "nsubjpass", "dobj", "appos", "npadvmod":
	default:
		return false
	}
	first, _ := r.Subtree(token)
	if first == 0 {
		return false
	}
	preposition := first - 1
	if dep := r.Dep(preposition); dep != "prep" && dep != "agent" || len(r.Children(preposition)) > 0 {
		return false
	}
	switch r.Lower(preposition) {
	case "between", "by", "with", "from", "of", "to":
		return true
	}
	return false
}

// maxStray is how many tokens after a verb a "with" phrase may stand that the parser hung
// on a noun between. A judgement.
const maxStray = 22

// stray returns the phrase of a verb with a preposition, "with" or "between", that the
// parser hung on a place, time or topic: "met on Friday with Okoro", "discussed the plan
// with Okoro".
func (r prepositionReader) stray(verb int, preposition string) []Argument {
	_, last := r.Subtree(verb)
	for t := verb + 1; t < min(verb+maxStray, last); t++ {
		if r.IsVerb(t) && r.startsClause(t) {
			return nil
		}
		if r.Lower(t) != preposition || r.Dep(t) != "prep" || r.IsVerb(r.Head(t)) {
			continue
		}
		if takesWith(r.Parse, r.Head(t)) && !r.isTopic(r.Head(t), verb) {
			continue
		}
		if r.VerbAbove(t) == verb {
			return r.phrasesOf(r.Children(t, "pobj"), ByRepair)
		}
	}
	return nil
}

// strayOfNoun returns the "with" or "between" phrase of an event that the parser hung on
// another noun of its phrase: "conversations about the plan with Okoro", "a call on 3 May
// between Lim and Okoro".
func (r prepositionReader) strayOfNoun(noun int, preposition string) []Argument {
	_, last := r.Subtree(noun)
	for t := noun + 1; t < min(noun+maxStray, last); t++ {
		if r.IsVerb(t) && r.Tag(t) != "VBN" {
			return nil
		}
		if r.Lower(t) != preposition || r.Dep(t) != "prep" {
			continue
		}
		if head := r.Head(t); !r.IsVerb(head) && head != noun && !takesWith(r.Parse, head) {
			return r.phrasesOf(r.Children(t, "pobj"), ByRepair)
		}
	}
	return nil
}

// isTopic reports whether a noun is of what people talk about, so that its "with" phrase
// may say with whom they do: "discussed the terms of the deal with Okoro".
func (r prepositionReader) isTopic(noun, verb int) bool {
	if !topical[r.Lemma(verb)] || eventNouns[r.Lemma(noun)] != nil {
		return false
	}
	for range MaxClimb {
		if r.Dep(noun) != "pobj" || r.Lower(r.Head(noun)) != "of" {
			break
		}
		noun = r.Head(r.Head(noun))
	}
	return r.Dep(noun) == "dobj" && r.Head(noun) == verb
}

// startsClause reports whether a verb begins another clause, so that what follows is not
// of the one before.
func (r prepositionReader) startsClause(verb int) bool {
	switch r.Dep(verb) {
	case "conj", "advcl", "relcl", "ccomp", "ROOT", "acl":
		return r.Tag(verb) != "VBG"
	}
	return false
}

// takesWith reports whether a "with" phrase below a noun is its own: "talks with Okoro",
// "a deal with Okoro".
func takesWith(p *Parse, noun int) bool {
	return withNouns[p.Lemma(noun)] || withNouns[p.Lower(noun)] || eventNouns[p.Lemma(noun)] != nil
}
