package grammar

import "slices"

// Proposition is what one event word says, whatever the construction: "Okoro was to be
// phoned by Lim", "Lim, who agreed to phone Okoro" and "Lim's phone call to Okoro" have
// the same parties in slots of their own. It knows no names: which argument is somebody,
// and which slots matter to a word, is for the rules that read it.
type Proposition struct {
	Word      int    // the event word: a verb or a noun
	Lemma     string // its lemma
	IsNoun    bool
	Carrier   int  // the verb that carries a noun, -1 for none: "held" for "talks"; a verb is its own
	IsCarried bool // the noun is what its carrier does, begins, sends or the like: its object or subject
	Outer     int  // the noun of which the event is a part: "round" in "a round of talks"; else the word
	Arguments []Argument
}

// Reader reads the propositions of a parse.
type Reader struct {
	verbs verbReader
	nouns nounReader
}

// NewReader returns a Reader. The function isPerson reports whether a token refers to a
// person. It decides whose subject a relative clause has in "Lim is one of the aides who
// met Okoro": Lim where he is known to be a person, else the aides. Nil if nothing is
// known of names.
func NewReader(p *Parse, isPerson func(token int) bool) *Reader {
	objects := objectReader{subjectReader{prepositionReader{phraseReader{p, isPerson}}}}
	return &Reader{verbReader{objects}, nounReader{objects}}
}

// At returns the proposition of a token: of a verb its clause, of a noun its phrase and
// the clause that carries it. Nil for other words.
func (r *Reader) At(token int) *Proposition {
	switch p := r.verbs.Parse; {
	case p.IsVerb(token):
		return r.verbs.clause(token)
	case p.IsNoun(token):
		return r.nouns.event(token)
	}
	return nil
}

// Subjects returns the heads of the noun phrases that do what a verb says: its own
// subject, its agent if it is passive, or else the subject or object of the clause
// that controls it. It returns nil if the sentence leaves open who acts. What is
// coordinated with a head is not listed.
func (r *Reader) Subjects(verb int) []int {
	var own []Argument
	for _, actor := range r.verbs.actors(verb) {
		if !actor.Via.Has(ByFellow) {
			own = append(own, actor)
		}
	}
	return Leads(r.verbs.Parse, own)
}

// In returns the arguments in these slots, in the order of the slots.
func (q *Proposition) In(slots ...Slot) []Argument {
	var found []Argument
	for _, slot := range slots {
		for _, argument := range q.Arguments {
			if argument.Slot == slot {
				found = append(found, argument)
			}
		}
	}
	return found
}

// Has reports whether there is an argument in one of these slots.
func (q *Proposition) Has(slots ...Slot) bool {
	return slices.ContainsFunc(q.Arguments, func(a Argument) bool { return slices.Contains(slots, a.Slot) })
}

// add puts arguments into a slot, each token once.
func (q *Proposition) add(slot Slot, arguments ...Argument) {
	q.Arguments = addOnce(q.Arguments, inSlot(arguments, slot)...)
}

// verbReader reads what a verb says.
type verbReader struct{ objectReader }

// clause returns the proposition of a verb.
func (r verbReader) clause(verb int) *Proposition {
	q := &Proposition{Word: verb, Lemma: r.Lemma(verb), Carrier: verb, Outer: verb}
	q.add(Subject, r.actors(verb)...)
	q.add(Object, r.objects(verb)...)
	q.add(IndirectObject, r.indirectObjects(verb)...)
	r.addPhrases(q, verb, 0)
	r.addSharedTail(q)
	r.addGapped(q)
	if !q.Has("with") {
		q.add("with", r.stray(verb, "with")...)
	}
	return q
}

// addSharedTail adds what a verb shares with one that is coordinated with it right after:
// Okoro to "met" in "met and spoke with Okoro".
func (r verbReader) addSharedTail(q *Proposition) {
	if q.Has("with", "to", Object) {
		return
	}
	for _, joined := range r.Children(q.Word, "conj") {
		if !r.IsVerb(joined) || joined-q.Word > 3 {
			continue
		}
		q.add(Object, withVia(r.objects(joined), BySharedTail)...)
		r.addPhrases(q, joined, BySharedTail)
	}
}

// addGapped adds the other side of a second event that a sentence tells without repeating
// its verb: Silva in "met Okoro on Monday and Silva on Tuesday". The parser hangs it on the
// verb or on the time of the first.
func (r verbReader) addGapped(q *Proposition) {
	slot := Object
	if !q.Has(Object) {
		slot = "with"
	}
	first := q.In(slot)
	if len(first) == 0 || IsPassive(r.Parse, q.Word) {
		return
	}
	for _, phrase := range r.Children(q.Word, "prep") {
		if joined := r.afterTime(phrase); joined > first[0].Token {
			q.add(slot, withVia(r.phrase(joined, 0), ByGapping|ByRepair)...)
		}
	}
	for _, holder := range append(r.timesOf(q.Word), q.Word) {
		for _, joined := range r.Children(holder, "conj") {
			if joined > first[0].Token && IsProperNoun(r.Parse, joined) && !isTime(r.Parse, joined) && r.Child(q.Word, "prep", "npadvmod") >= 0 {
				q.add(slot, withVia(r.phrase(joined, 0), ByGapping|ByRepair)...)
			}
		}
	}
}

// afterTime returns the name that the parser took for the end of a time after "and": Silva in
// "met Okoro on Monday and Trade Minister Bo Silva on Tuesday"; -1 for none.
func (r verbReader) afterTime(phrase int) int {
	object := r.Child(phrase, "pobj")
	if object < 0 || !IsProperNoun(r.Parse, object) || isTime(r.Parse, object) {
		return -1
	}
	for _, child := range r.Children(object, "nmod", "compound") {
		if isTime(r.Parse, child) && r.Child(child, "cc") >= 0 {
			return object
		}
	}
	return -1
}

// timesOf returns the times that a verb has.
func (r verbReader) timesOf(verb int) []int {
	var found []int
	for _, child := range r.Children(verb, "prep", "npadvmod") {
		for _, token := range append(r.Children(child, "pobj"), child) {
			if isTime(r.Parse, token) {
				found = append(found, token)
			}
		}
	}
	return found
}

// isTime reports whether a token stands in what the language model takes for a time.
func isTime(p *Parse, token int) bool {
	entity := p.Tokens[token].Entity
	return entity >= 0 && (p.Entities[entity].Label == "DATE" || p.Entities[entity].Label == "TIME")
}
