package what

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/when"
)

// timeOf returns the time of a contact: the expression that belongs to the clause
// of its trigger, not the reporting verb's, the closest one where there are more;
// nil where there is none.
func (r *reading) timeOf(c *contact) *graph.TimeSpan {
	home := r.home(c)
	best, distance := -1, 0
	for _, index := range r.timesIn(r.Segment(c.trigger)) {
		t := &r.times[index]
		if t.EDTF.IsZero() {
			continue
		}
		cost, ok := r.timeCost(t, c, home)
		if ok && (best < 0 || cost < distance) {
			best, distance = index, cost
		}
	}
	if best < 0 {
		return r.timeOfMedium(c)
	}
	return r.times[best].TimeSpan()
}

// timeOfMedium returns the date that the opening of a sentence tells of the letter in
// which something was said: "In an email dated 3 May, A told B"; nil for none.
func (r *reading) timeOfMedium(c *contact) *graph.TimeSpan {
	medium := r.openingMedium(c.trigger)
	if medium < 0 || c.noun != nil || meansNamed(r.Lemma(medium)) != graph.MeansMessage {
		return nil
	}
	first, last := r.Subtree(medium)
	for _, index := range r.timesIn(language.Span{Start: first, End: last}) {
		if t := &r.times[index]; !t.EDTF.IsZero() && t.EDTF.Precision() == graph.PrecisionDay {
			return t.TimeSpan()
		}
	}
	return nil
}

// timesIn returns the expressions that start in a run of tokens.
func (r *reading) timesIn(span language.Span) []int {
	var found []int
	for i := span.Start; i < span.End; i++ {
		if index := r.timeAt[i]; index >= 0 && r.times[index].Span.Start == i {
			found = append(found, index)
		}
	}
	return found
}

// isUnplaced reports whether the clause of a contact names a day or a month that
// nothing tells the year of: such a contact is not the same as one elsewhere.
func (r *reading) isUnplaced(c *contact) bool {
	home := r.home(c)
	for _, index := range r.timesIn(r.Segment(c.trigger)) {
		t := &r.times[index]
		if !t.EDTF.IsZero() || t.Type != when.Date || strings.HasSuffix(t.Value, "_REF") {
			continue
		}
		if _, ok := r.timeCost(t, c, home); ok {
			return true
		}
	}
	return false
}

// home returns the words whose time is that of a contact, each with how far it is
// from the trigger.
func (r *reading) home(c *contact) map[int]int {
	home := map[int]int{c.trigger: 0}
	verb := c.trigger
	if c.noun != nil && c.carrier >= 0 {
		if verb := r.occurrence(c.trigger); verb >= 0 {
			home[verb] = 1
			return home
		}
		if !r.isWhile(c.trigger, c.carrier) {
			return home
		}
		if !grammar.SpeechVerbs[r.Lemma(c.carrier)] || r.Lemma(c.carrier) == "tell" {
			home[c.carrier] = 1
		}
		verb = c.carrier
	}
	if r.Dep(c.trigger) == "amod" { // a verb that the tagger missed
		home[r.Head(c.trigger)], home[r.Root(c.trigger)] = 1, 2
	}
	for step := 2; step < 2+grammar.MaxClimb; step++ {
		head := r.Head(verb)
		if head == verb {
			break
		}
		dep, tag := r.Dep(verb), r.Tag(verb)
		if journey := r.journeyOf(verb); journey >= 0 {
			home[journey] = step
			break
		}
		infinitive := (dep == "xcomp" || dep == "advcl") && (tag == "VB" || tag == "VBG") && r.Child(verb, "mark") < 0
		if !infinitive && dep != "conj" && dep != "auxpass" || !r.IsVerb(head) || grammar.SpeechVerbs[r.Lemma(head)] {
			break
		}
		home[head] = step
		verb = head
	}
	return home
}

// journeyOf returns the verb of going whose destination or time a clause goes on
// from: "will travel to Oslo on Monday, where he will meet B", "is expected in Oslo on
// Monday, where …"; -1 for none.
func (r *reading) journeyOf(verb int) int {
	if r.Dep(verb) != "relcl" && r.Dep(verb) != "advcl" || !r.HasChild(verb, "where") {
		return -1
	}
	journey := r.VerbAbove(verb)
	if journey < 0 || grammar.SpeechVerbs[r.Lemma(journey)] {
		return -1
	}
	visit := slices.ContainsFunc(r.Children(journey, "dobj"), func(object int) bool {
		n := nounOf[r.Lemma(object)]
		return n != nil && n.means == graph.MeansVisit
	})
	awaited := r.Lemma(journey) == "expect" && len(r.ObjectsOf(journey, "in")) > 0
	if visit || grammar.IsTravel(r.Parse, journey) || grammar.IsPassive(r.Parse, journey) && (awaited || len(r.ObjectsOf(journey, "to")) > 0) {
		return journey
	}
	return -1
}

// isWhile reports whether a noun shares the time of the verb that carries it, as it
// does not after "before" or "after".
func (r *reading) isWhile(i, verb int) bool {
	for ancestor := range r.Ancestors(i) {
		if ancestor == verb {
			return true
		}
		switch r.Lower(ancestor) {
		case "before", "after", "following", "since", "ahead", "until", "about":
			return false
		case "for":
			return grammar.IsTravel(r.Parse, verb)
		}
	}
	return true
}

// timeCost reports whether an expression belongs to a contact's home, and how
// loosely.
func (r *reading) timeCost(t *when.Expression, c *contact, home map[int]int) (int, bool) {
	root := r.SpanRoot(t.Span)
	if r.isBound(t) {
		return 0, false
	}
	nouns := 0
	i := root
	for range 2 * grammar.MaxClimb {
		head := r.Head(i)
		if head == i {
			break
		}
		if far, ok := home[head]; ok {
			if r.isPartyPhrase(i, root, c) {
				return 0, false
			}
			return far*20 + nouns*10 + apart(root, max(c.anchor, c.trigger)), true
		}
		if r.IsVerb(head) {
			return r.strayCost(t, head, c)
		}
		if r.IsNoun(head) {
			nouns++
		}
		i = head
	}
	return 0, false
}

// strayCost accepts an expression that the parser hung on another verb though it
// stands right after the phrase of a contact noun: "said after talks with B on
// Monday".
func (r *reading) strayCost(t *when.Expression, verb int, c *contact) (int, bool) {
	if t.Span.Start < c.trigger || t.Span.Start-c.trigger > 14 || verb > c.trigger && r.IsVerb(verb) {
		return 0, false
	}
	for i := c.trigger + 1; i < t.Span.Start; i++ {
		if r.IsVerb(i) || r.Tokens[i].Text == "," || r.Tokens[i].Text == ";" {
			return 0, false
		}
	}
	return 100 + apart(t.Span.Start, c.trigger), true
}

func apart(a, b int) int {
	if a > b {
		return a - b
	}
	return b - a
}

// isPartyPhrase reports whether the phrase below the home that holds an expression
// is of a party or an object, so that the expression is of that: "met the winner
// of the 2020 race".
func (r *reading) isPartyPhrase(i, root int, c *contact) bool {
	if i == root {
		return false
	}
	switch r.Dep(i) {
	case "nsubj", "nsubjpass", "dobj", "dative", "attr", "poss", "appos":
		return i != c.trigger && !r.hangsDirectly(root, i)
	case "prep", "agent":
		if r.isOccasionPhrase(i) {
			return false
		}
		switch r.Lower(i) {
		case "with", "to", "from", "between", "by", "of", "about", "for", "since", "until", "against":
			return !r.hangsDirectly(root, i)
		}
	}
	return false
}

// isOccasionPhrase reports whether a phrase only counts: "for the first time".
func (r *reading) isOccasionPhrase(preposition int) bool {
	object := r.Child(preposition, "pobj")
	return r.Lower(preposition) == "for" && object >= 0 && r.Lower(object) == "time"
}

// hangsDirectly reports whether an expression is all that a phrase adds: "from
// March", "for Tuesday", or stands after its last noun, where the parser
// often hangs it: "with B on Tuesday".
func (r *reading) hangsDirectly(root, phrase int) bool {
	if r.Head(root) == phrase {
		return true
	}
	preposition := r.Head(root)
	switch r.Lower(preposition) {
	case "on", "in", "during", "at", "over":
		holder := r.Head(preposition)
		_, named := r.cast.At(holder)
		return named || r.Lower(preposition) == "on" && len(r.party(holder, nil)) > 0
	}
	holder := preposition
	if r.Dep(root) == "npadvmod" || r.Dep(root) == "nmod" || r.Dep(root) == "appos" {
		_, named := r.cast.At(holder)
		return named && root > holder
	}
	return false
}

// isBound reports whether an expression only bounds another time: "since July",
// "until Friday".
func (r *reading) isBound(t *when.Expression) bool {
	if t.Span.Start == 0 {
		return false
	}
	switch r.Lower(t.Span.Start - 1) {
	case "since", "until", "till":
		return true
	}
	for _, i := range []int{t.Span.Start, r.Head(r.SpanRoot(t.Span))} {
		switch r.Lower(i) {
		case "since", "until", "till":
			return true
		}
	}
	return false
}
