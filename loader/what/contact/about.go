package contact

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/what/evidence"
)

// aboutOf returns the words that tell what a contact was about, in the order of the text:
// "grain exports" of "met to discuss grain exports", of "talks on grain exports" and of
// "the call focused on grain exports".
func aboutOf(a *evidence.Article, c *draft) []language.Span {
	r := &topicReader{Article: a, contact: c, within: a.Segment(c.trigger), seen: map[int]bool{}}
	r.readAround(c.trigger)
	if c.carrier >= 0 && c.noun != nil && r.isWithin(c.carrier) {
		r.readCarrier(c.carrier)
	}
	return outermost(r.found)
}

// topicReader collects the topics of a contact.
type topicReader struct {
	*evidence.Article
	contact *draft
	within  language.Span // the sentence of the trigger
	seen    map[int]bool  // words whose topics were read
	found   []language.Span
}

// readAround reads the topics at a word that tells of the contact: its own phrases, those
// that the parser hung on its parties, and those of the verbs that it is done for.
func (r *topicReader) readAround(word int) {
	if r.seen[word] || !r.isWithin(word) {
		return
	}
	r.seen[word] = true
	r.readPhrases(word)
	if r.IsVerb(word) {
		for _, clause := range r.Children(word, "advcl", "xcomp") {
			if r.contact.noun != nil && word == r.contact.carrier {
				r.readPurpose(clause)
			}
		}
		r.readObjects(word)
		r.readClauses(word)
	}
	if r.IsNoun(word) {
		r.readQualifiers(word)
		for _, clause := range r.Children(word, "acl", "relcl") {
			r.readClause(clause)
			r.readPurpose(clause)
		}
	}
}

func (r *topicReader) isWithin(token int) bool {
	return token >= r.within.Start && token < r.within.End
}

// readCarrier reads the topics at the verb above a contact noun: "held talks in Oslo on
// energy", "the talks focused on energy", "in a call they discussed energy".
func (r *topicReader) readCarrier(verb int) {
	isSubject := r.Dep(r.contact.trigger) == "nsubj" && r.Head(r.contact.trigger) == verb
	switch {
	case grammar.LightVerbs[r.Lemma(verb)] || topical[r.Lemma(verb)]:
		r.readAround(verb)
	case isSubject && r.Lemma(verb) == "be":
		r.readPhrases(verb) // "the call was about X"
	case isSubject && treating[r.Lemma(verb)]:
		r.add(r.Children(verb, "dobj")...)
		r.readPhrases(verb)
	case isSubject && dwelling[r.Lemma(verb)]:
		for _, child := range r.Children(verb, "prep") {
			r.add(r.Children(child, "pobj", "pcomp")...)
		}
	default:
		r.readClauses(verb)
	}
}

// readPhrases reads "about X", "on X" and the like below a word, and below the parties
// and the words of talk that it governs, where the parser hangs them too.
func (r *topicReader) readPhrases(word int) {
	for _, child := range r.Children(word) {
		switch {
		case ofTopic[r.Lower(child)] && r.Dep(child) != "amod" && r.Dep(child) != "compound":
			r.readPhrase(word, child)
		case r.Dep(child) == "prep" && slices.Contains(r.contact.all(), r.memberBelow(child)):
			for _, object := range r.Children(child, "pobj") {
				r.readPhrases(object)
				r.readTogether(object)
			}
		case r.Dep(child) == "prep":
			r.readCircumstance(child)
		case r.Dep(child) == "conj" && slices.Contains(r.contact.all(), r.memberAt(child)):
			r.readPhrases(child)
		}
	}
}

// readTogether reads a clause that the parser hung on a party, though it tells of the
// contact: "a meeting with Boom at which they discussed X".
func (r *topicReader) readTogether(party int) {
	for _, clause := range r.Children(party, "relcl") {
		if subject := grammar.SurfaceSubject(r.Parse, clause); subject >= 0 && grammar.IsPluralPronoun(r.Parse, subject) {
			r.readClause(clause)
		}
	}
}

// readPhrase reads the object of a preposition of topics.
func (r *topicReader) readPhrase(word, preposition int) {
	if r.Lower(preposition) == "of" && !ofItsTopic[r.Lemma(word)] {
		return
	}
	for _, object := range r.Children(preposition, "pobj", "pcomp") {
		_, isLocation := r.Location(object)
		if isLocation && r.Lower(preposition) == "on" && r.contact.means.IsInPerson() && r.contact.noun == nil {
			continue // "met on Malta"
		}
		r.add(object)
	}
}

// readCircumstance reads the topics inside another phrase: "met for talks on X", "met on
// Friday, when they discussed X", "wrote with regard to X".
func (r *topicReader) readCircumstance(preposition int) {
	for _, object := range r.Children(preposition, "pobj") {
		if nounOf[r.Lemma(object)] != nil {
			r.readAround(object)
			continue
		}
		for _, clause := range r.Children(object, "relcl") {
			r.readClause(clause)
		}
	}
	if r.Lower(preposition) == "with" {
		r.readRegard(preposition)
	}
}

// readRegard reads "with regard to X", "with respect to X".
func (r *topicReader) readRegard(preposition int) {
	for _, object := range r.Children(preposition, "pobj") {
		if regards[r.Lemma(object)] {
			for _, objects := range r.ObjectsOf(object, "to") {
				r.add(objects...)
			}
		}
	}
}

// readObjects reads what a verb of talk has as its object, "discussed X", "raised concerns
// over X", and the phrases of other objects, "sent a letter about X".
func (r *topicReader) readObjects(verb int) {
	isTopical := topical[r.Lemma(verb)] || (verb != r.contact.trigger && treating[r.Lemma(verb)])
	if isTopical && grammar.IsPassive(r.Parse, verb) {
		r.add(r.Children(verb, "nsubjpass")...)
		return
	}
	for _, object := range r.Children(verb, "dobj", "dative") {
		switch {
		case slices.Contains(r.contact.all(), r.memberAt(object)) || !isTopical || voiced[r.Lemma(object)]:
			r.readPhrases(object)
		default:
			r.add(object)
		}
	}
	if !isTopical {
		return
	}
	for _, clause := range r.Children(verb, "ccomp", "xcomp") {
		if first, _ := r.Subtree(clause); questions[r.Lower(first)] {
			r.add(clause)
		}
	}
}

// readClauses reads the verbs for which the contact was, or that tell of it once more:
// "met to discuss X", "called, urging him to talk about X".
func (r *topicReader) readClauses(word int) {
	for _, clause := range r.Children(word, "advcl", "xcomp", "conj") {
		if r.IsVerb(clause) && clause > word {
			r.readClause(clause)
		}
	}
}

// readClause reads a verb below the contact, if it is one of talk.
func (r *topicReader) readClause(verb int) {
	lemma := r.Lemma(verb)
	switch {
	case r.Child(verb, "mark") >= 0 && r.Lower(r.Child(verb, "mark")) != "where":
		return // "after discussing", "because he had talked"
	case topical[lemma] || treating[lemma] || len(verbsOf[lemma]) > 0 && !hasOtherSubject(r.Article, verb):
		r.readAround(verb)
	case dwelling[lemma] || aiming[lemma]:
		for _, child := range r.Children(verb, "prep") {
			r.add(r.Children(child, "pobj", "pcomp")...)
		}
	}
}

// readPurpose reads what talks are to achieve: "talks to end the war".
func (r *topicReader) readPurpose(verb int) {
	n := r.contact.noun
	if n == nil || n.Means != graph.MeansTalks || r.Tag(verb) != "VB" || topical[r.Lemma(verb)] || treating[r.Lemma(verb)] || len(verbsOf[r.Lemma(verb)]) > 0 {
		return
	}
	if first, _ := r.Subtree(verb); r.Lower(first) == "to" {
		r.add(verb)
	}
}

// hasOtherSubject reports whether a verb has a subject of its own that is no relative
// pronoun.
func hasOtherSubject(a *evidence.Article, verb int) bool {
	subject := grammar.SurfaceSubject(a.Parse, verb)
	return subject >= 0 && a.Dep(verb) != "relcl" && a.PersonAt(subject) < 0 && a.Tag(subject) != "PRP"
}

// readQualifiers reads the words before a noun of talks that say what they are on: "trade
// talks", "ceasefire negotiations".
func (r *topicReader) readQualifiers(word int) {
	n := nounOf[r.Lemma(word)]
	if n == nil || n.Means != graph.MeansTalks {
		return
	}
	for _, child := range r.Children(word, "compound", "nmod") {
		if (r.Tag(child) == "NN" || r.Tag(child) == "NNS") && !noTopicBefore[r.Lemma(child)] {
			r.add(child)
		}
	}
}

// add adds the phrases of these heads, if they can be topics.
func (r *topicReader) add(heads ...int) {
	for _, head := range heads {
		if !r.isTopic(head) {
			continue
		}
		if span, ok := r.phraseOf(head); ok {
			r.found = append(r.found, span)
		}
	}
}

// isTopic reports whether the head of a phrase can be what people talk about: not a time,
// a means, a circumstance, a party of the contact or a pronoun.
func (r *topicReader) isTopic(head int) bool {
	lemma := r.Lemma(head)
	switch {
	case r.TimeAt(head) != nil || evidence.MeansNamed(lemma) != "" || noTopic[lemma] || r.contact.trigger == head:
		return false
	case r.Tokens[head].POS == "PRON" || r.Tokens[head].POS == "DET" || r.Tokens[head].POS == "NUM":
		return false
	case slices.Contains(r.contact.all(), r.memberAt(head)):
		return false
	}
	return r.IsNoun(head) || r.IsVerb(head) || r.Tokens[head].POS == "ADJ"
}

// memberAt returns the member that a token names, -1 for none.
func (r *topicReader) memberAt(token int) int {
	if mention, ok := r.MentionAt(token); ok {
		return mention.Member
	}
	return -1
}

// memberBelow returns the member that the object of a preposition names, -1 for none.
func (r *topicReader) memberBelow(preposition int) int {
	if object := r.Child(preposition, "pobj"); object >= 0 {
		return r.memberAt(object)
	}
	return -1
}

// outermost sorts spans and leaves out those that others contain.
func outermost(spans []language.Span) []language.Span {
	slices.SortFunc(spans, func(s, t language.Span) int { return cmp.Or(s.Start-t.Start, t.End-s.End) })
	var kept []language.Span
	for _, span := range spans {
		if last := len(kept) - 1; last >= 0 && span.Start < kept[last].End {
			kept[last].End = max(kept[last].End, span.End)
			continue
		}
		kept = append(kept, span)
	}
	return kept
}
