package grammar

import "slices"

// maxParts bounds the nouns of which an event is a part, "the end of a second round of
// talks". A judgement.
const maxParts = 4

// nounReader reads what the phrase and the clause of a noun say.
type nounReader struct{ objectReader }

// event returns the proposition of a noun: what its own phrase says, and what the clause
// that carries it adds.
func (r nounReader) event(noun int) *Proposition {
	q := &Proposition{Word: noun, Lemma: r.Lemma(noun), IsNoun: true, Carrier: CarrierOf(r.Parse, noun), Outer: noun}
	for range maxParts {
		r.addPhraseOf(q, q.Outer)
		whole := r.wholeOf(q.Outer)
		if whole < 0 {
			break
		}
		q.Outer = whole
	}
	for _, joined := range r.Children(noun, "conj") {
		if r.IsNoun(joined) && eventNouns[r.Lemma(joined)] != nil && !q.Has("with", "to", "between") {
			r.addPhrases(q, joined, BySharedTail) // "calls and meetings with Okoro"
		}
	}
	r.addClause(q)
	return q
}

// wholeOf returns the noun whose phrases are those of an event too: the round of "a round
// of talks", the first of "calls and meetings"; -1 for none.
func (r nounReader) wholeOf(noun int) int {
	head := r.Head(noun)
	switch r.Dep(noun) {
	case "pobj":
		whole := r.Head(head)
		if r.Lower(head) == "of" && r.IsNoun(whole) && partitives[r.Lemma(whole)] {
			return whole
		}
	case "conj":
		if r.IsNoun(head) && eventNouns[r.Lemma(head)] != nil {
			return head
		}
	}
	return -1
}

// addPhraseOf adds what a noun's own phrase says of an event.
func (r nounReader) addPhraseOf(q *Proposition, noun int) {
	for _, child := range r.Children(noun) {
		switch r.Dep(child) {
		case "poss":
			q.add(Possessor, r.phrase(child, 0)...)
		case "compound", "nmod", "amod":
			q.add(Modifier, r.phrase(child, 0)...)
		case "acl":
			r.addParticiple(q, child)
		case "relcl":
			r.addRelative(q, noun, child)
		}
	}
	r.addPhrases(q, noun, 0)
}

// addParticiple adds what a participle says of an event: "talks held by Lim with Okoro",
// "a meeting involving Okoro".
func (r nounReader) addParticiple(q *Proposition, participle int) {
	switch {
	case HasSubject(r.Parse, participle) || r.Child(participle, "mark") >= 0:
		return // "the message that he had spoken to Okoro"
	case comprising[r.Lemma(participle)]:
		q.add(Included, withVia(r.objects(participle), ByParticiple)...)
	case r.Tag(participle) == "VBN" || r.Tag(participle) == "VBD":
		q.add("by", withVia(r.agents(participle), ByParticiple)...)
	}
	r.addPhrases(q, participle, ByParticiple)
}

// addRelative adds what a relative clause says of an event: "talks that Lim held with
// Okoro", "a meeting that included Okoro".
func (r nounReader) addRelative(q *Proposition, noun, clause int) {
	others := func(arguments []Argument) []Argument {
		return slices.DeleteFunc(withVia(arguments, ByRelative), func(a Argument) bool { return a.Token == noun })
	}
	switch {
	case comprising[r.Lemma(clause)]:
		q.add(Included, others(r.objects(clause))...)
	case LightVerbs[r.Lemma(clause)]:
		q.add(CarrierSubject, others(r.actors(clause))...)
		q.add(IndirectObject, others(r.indirectObjects(clause))...)
	}
	phrases := &Proposition{}
	r.addPhrases(phrases, clause, ByRelative)
	for _, argument := range others(phrases.Arguments) {
		q.add(argument.Slot, argument)
	}
}

// addClause adds what the clause says in which an event stands.
func (r nounReader) addClause(q *Proposition) {
	head := r.Head(q.Outer)
	if head == q.Outer {
		r.addStray(q)
		return
	}
	switch r.Dep(q.Outer) {
	case "dobj":
		r.addCarrier(q, head, r.actors(head), ByLightVerb)
	case "nsubjpass":
		r.addCarrier(q, head, r.agents(head), ByPassive)
		r.addOfRaised(q, head)
	case "nsubj":
		r.addOfSubject(q, head)
	case "attr":
		r.addOfPredicate(q, head)
	case "pobj":
		r.addSetting(q, head)
	}
	r.addStray(q)
	if !q.Has("with", "between", "to") && r.Dep(q.Outer) == "pobj" {
		for _, inner := range r.Children(head, "prep") {
			if inner > q.Outer && r.Lower(inner) == "with" {
				q.add("with", r.phrasesOf(r.Children(inner, "pobj"), ByRepair)...) // "after her meeting last week with Okoro"
			}
		}
	}
}

// carriedPhrases are the prepositions of the phrases that a verb has for the noun that it
// carries: "held talks on Friday with Okoro", "sent a letter to Okoro"; sharedPhrases
// those that a verb with an event as its object or subject shares with it, whatever it
// says.
var (
	carriedPhrases = []Slot{"with", "to", "from", "between", "among", "for", "including"}
	sharedPhrases  = []Slot{"with", "between", "among", "including"}
)

// addCarrier adds what the verb says whose object an event is.
func (r nounReader) addCarrier(q *Proposition, verb int, actors []Argument, via Via) {
	if !r.IsVerb(verb) {
		return
	}
	q.Carrier = verb
	q.IsCarried = LightVerbs[r.Lemma(verb)]
	q.add(CarrierSubject, withVia(actors, via)...)
	q.add(IndirectObject, withVia(r.indirectObjects(verb), via)...)
	if IsPassive(r.Parse, verb) {
		q.add(IndirectObject, r.givenTo(q, verb)...)
	}
	phrases := &Proposition{}
	r.addPhrases(phrases, verb, via)
	slots := sharedPhrases
	switch {
	case topical[r.Lemma(verb)] && !q.IsCarried:
		slots = nil // "discussed contact with Okoro": with whom they talk of it
	case q.IsCarried:
		slots = carriedPhrases
	}
	for _, argument := range phrases.In(slots...) {
		q.add(argument.Slot, argument)
	}
	if q.IsCarried && !q.Has("with", "between", "to") {
		q.add("with", r.stray(verb, "with")...)
	}
}

// givenTo returns the surface subject of "Lim was granted an audience", who has what the
// verb gives.
func (r nounReader) givenTo(q *Proposition, verb int) []Argument {
	if r.Dep(q.Outer) != "dobj" {
		return nil
	}
	return withVia(r.surface(verb, 0), ByPassive)
}

// addOfSubject adds what a verb says whose subject is an event: "talks took place between
// Lim and Okoro", "the meeting included Okoro", "his meeting was his first with Okoro".
func (r nounReader) addOfSubject(q *Proposition, verb int) {
	if !r.IsVerb(verb) {
		return
	}
	q.Carrier = verb
	phrases := &Proposition{}
	r.addPhrases(phrases, verb, ByEventSubject)
	for _, predicate := range r.Children(verb, "attr", "acomp") {
		r.addPhrases(phrases, predicate, ByPredicate)
	}
	if occurs(r.Parse, verb) && !phrases.Has("between") {
		phrases.add("between", r.stray(verb, "between")...)
	}
	for _, argument := range phrases.In(sharedPhrases...) {
		q.add(argument.Slot, argument)
	}
	if comprising[r.Lemma(verb)] {
		q.add(Included, withVia(r.objects(verb), ByEventSubject)...)
	}
	r.addOfRaised(q, verb)
}

// addOfRaised adds what an infinitive below the verb says whose subject is an event: "the
// meeting is set to include Okoro".
func (r nounReader) addOfRaised(q *Proposition, verb int) {
	for _, infinitive := range r.Children(verb, "xcomp") {
		if comprising[r.Lemma(infinitive)] && r.Tag(infinitive) == "VB" {
			q.add(Included, withVia(r.objects(infinitive), ByEventSubject)...)
		}
	}
}

// addOfPredicate adds what the subject says of an event that is its predicate: "his
// meeting on Sunday was the first meeting with Okoro".
func (r nounReader) addOfPredicate(q *Proposition, verb int) {
	phrases := &Proposition{}
	for _, subject := range r.Children(verb, "nsubj") {
		if eventNouns[r.Lemma(subject)] == nil {
			continue
		}
		if owner := r.Child(subject, "poss"); owner >= 0 {
			q.add(Possessor, r.phrase(owner, ByPredicate)...)
		}
		r.addPhrases(phrases, subject, ByPredicate)
	}
	r.addPhrases(phrases, verb, ByPredicate)
	for _, argument := range phrases.In("with", "between") {
		q.add(argument.Slot, argument)
	}
}

// addSetting adds the parties of a clause that a phrase with an event stands in: "Lim said
// in a call with Okoro", "Lim told Okoro in a call".
func (r nounReader) addSetting(q *Proposition, preposition int) {
	verb := r.Head(preposition)
	for range MaxClimb {
		if r.IsVerb(verb) || r.Head(verb) == verb {
			break
		}
		verb = r.Head(verb)
	}
	if !r.IsVerb(verb) {
		return
	}
	subjects := r.actors(verb)
	if IsPassive(r.Parse, verb) && len(subjects) == 0 {
		subjects = withVia(r.surface(verb, 0), ByPassive)
	} else if !IsPassive(r.Parse, verb) {
		q.add(ClauseObject, withVia(slices.Concat(r.objects(verb), r.indirectObjects(verb)), ByClause)...)
	}
	phrases := &Proposition{}
	if LightVerbs[r.Lemma(verb)] && IsCarried(r.Parse, q.Outer, verb) {
		q.Carrier, q.IsCarried = verb, true // "was in talks with Okoro"
		q.add(CarrierSubject, withVia(subjects, ByLightVerb)...)
		r.addPhrases(phrases, verb, ByLightVerb)
		for _, argument := range phrases.In(sharedPhrases...) {
			q.add(argument.Slot, argument)
		}
		return
	}
	q.add(ClauseSubject, withVia(subjects, ByClause)...)
	r.addPhrases(phrases, verb, ByClause)
	for _, argument := range phrases.In("with", "between") {
		q.add(ClauseWith, argument)
	}
	q.add(ClauseTo, phrases.In("to")...)
}

// addStray adds the other side of an event that the parser hung elsewhere in its phrase, if
// it has none of its own.
func (r nounReader) addStray(q *Proposition) {
	if q.Has("with", "between", "to") {
		return
	}
	for _, preposition := range []string{"with", "between"} {
		if found := r.strayOfNoun(q.Word, preposition); len(found) > 0 {
			q.add(Slot(preposition), found...)
			return
		}
	}
}

// occurs reports whether a verb says that its subject came about: "talks took place".
func occurs(p *Parse, verb int) bool {
	lemma := p.Lemma(verb)
	return occurring[lemma] || slices.ContainsFunc(p.Children(verb, "dobj"), func(object int) bool { return occurring[lemma+" "+p.Lemma(object)] })
}
