package what

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
)

// statusOf tells how the article puts a contact, from the trigger's own clause
// outwards; false where the words are no report of a contact at all: a question,
// a general wish.
func (r *reading) statusOf(c *contact) (graph.Status, bool) {
	if grammar.IsQuestion(r.Parse, c.trigger) {
		return "", false
	}
	s := &statusReader{reading: r, status: graph.StatusAsserted}
	if lemma := r.Lemma(c.trigger); lemma == "invite" || lemma == "invitation" {
		s.status = graph.StatusRequested
	}
	s.word(c.trigger)
	if c.noun != nil && r.tookPlace(c.trigger) {
		return graph.StatusAsserted, true
	}
	for _, l := range grammar.Governors(r.Parse, c.trigger, r.isMedialSetting) {
		s.link(l)
	}
	return s.status, !s.wish
}

// tookPlace reports whether a clause on a noun says that it came about: "asked for a
// meeting, which took place".
func (r *reading) tookPlace(i int) bool {
	return r.occurrence(i) >= 0
}

// occurrence returns the verb of a relative clause in a noun's phrase that says
// that it came about, -1 for none.
func (r *reading) occurrence(i int) int {
	_, last := r.Subtree(i)
	for clause := i + 1; clause < min(last, i+maxPhrase); clause++ {
		if r.Dep(clause) != "relcl" || r.Tag(clause) != "VBD" || r.Child(clause, "neg") >= 0 || !r.HasChild(clause, "which", "that") {
			continue
		}
		switch r.Lemma(clause) {
		case "take":
			if r.HasChild(clause, "place") {
				return clause
			}
		case "happen", "occur", "last":
			return clause
		}
	}
	return -1
}

// statusReader adds up what the words from a trigger outwards say.
type statusReader struct {
	*reading
	status graph.Status
	wish   bool
}

// link reads one governing word.
func (s *statusReader) link(l grammar.Governor) {
	if s.Dep(l.From) == "conj" && s.IsVerb(l.Token) && !grammar.SharesAuxiliary(s.Parse, l.From) {
		return
	}
	if s.isJudged(l) {
		s.wish = true
		return
	}
	if s.Lemma(l.Token) == "be" && s.Dep(l.From) == "ccomp" && s.Child(l.Token, "acomp", "attr") >= 0 {
		return // "it is no surprise that A met B"
	}
	if s.Dep(l.From) == "nsubj" && s.isPredicate(l.Token) {
		return // "his meeting with B was not political"
	}
	s.govern(l)
	if s.Dep(l.From) != "prep" || !s.IsVerb(l.Token) || s.Lower(l.From) == "for" && grammar.IsTravel(s.Parse, l.Token) || s.Lower(l.From) == "by" {
		s.word(l.Token)
	}
}

// isPredicate reports whether a verb says what its subject is like, not that it
// takes place.
func (s *statusReader) isPredicate(verb int) bool {
	return s.Lemma(verb) == "be" && s.Child(verb, "acomp", "attr") >= 0 || !grammar.LightVerbs[s.Lemma(verb)] && s.Lemma(verb) != "be"
}

// isJudged reports whether a governing word says what a contact would be like, and
// so reports none: "cutting off contact is harmful", "it is vital to talk to B".
func (s *statusReader) isJudged(l grammar.Governor) bool {
	if s.Lemma(l.Token) != "be" {
		return judging[s.Lemma(l.Token)] && !s.IsVerb(l.Token)
	}
	if s.Dep(l.From) == "csubj" {
		return true
	}
	for _, child := range s.Children(l.Token, "acomp", "attr") {
		if judging[s.Lemma(child)] {
			return true
		}
	}
	return false
}

// judging are words of advice and evaluation.
var judging = set(`necessary important essential vital crucial needed impossible illogical useful good bad better best wise unwise harmful
	counterproductive imperative critical desirable helpful wrong right time need must key`)

// govern reads what a governing word's meaning does to what it governs.
func (s *statusReader) govern(l grammar.Governor) {
	lemma := s.Lemma(l.Token)
	if supposing[lemma] && s.Dep(l.Token) == "dobj" && enjoying[s.Lemma(s.Head(l.Token))] {
		return // "appreciated the chance to meet B"
	}
	if grammar.IsIndicative(s.Parse, l.From) && !grammar.NominalSpeech[lemma] {
		return // "suggested that the call had gone well"
	}
	switch {
	case s.opensWay(l.Token):
		s.raise(graph.StatusHypothetical)
	case (lemma == "call" || lemma == "break") && s.HasChild(l.Token, "off"), lemma == "turn" && s.HasChild(l.Token, "down"), lemma == "suppose" && s.isCalledOff(l.Token):
		s.status = graph.StatusDenied
	case (lemma == "decline" || lemma == "refuse") && grammar.SpeechVerbs[s.Lemma(l.From)]:
		return // "declined to say whether A met B"
	case denying[lemma] && s.IsVerb(l.Token) && s.refuses(l.Token, lemma), cancelled[lemma]:
		s.status = graph.StatusDenied
	case lemma == "confirm" || lemma == "acknowledge" && s.status == graph.StatusAsserted:
		s.raise(graph.StatusConfirmed)
	case grammar.IsWouldLike(s.Parse, l.Token) || s.Dep(l.From) != "nsubj" && requesting[lemma]:
		s.raise(graph.StatusRequested)
	case lemma == "accept" && s.status == graph.StatusRequested:
		s.status = graph.StatusPlanned
	case planning[lemma] && s.Dep(l.From) != "nsubj":
		s.raise(graph.StatusPlanned)
	case lemma == "postpone" || lemma == "delay":
		s.raise(graph.StatusPlanned)
	case supposing[lemma] || plannedWords[lemma] && !s.IsVerb(l.Token):
		s.noun(lemma)
	case proposed[lemma] && !s.IsVerb(l.Token):
		s.raise(graph.StatusRequested)
	}
}

// opensWay reports whether a verb makes a contact possible: "pave the way for talks",
// "open the door to a meeting".
func (s *statusReader) opensWay(verb int) bool {
	switch s.Lemma(verb) {
	case "pave", "open", "clear", "smooth", "leave":
		return slices.ContainsFunc(s.Children(verb, "dobj"), func(object int) bool {
			lemma := s.Lemma(object)
			return lemma == "way" || lemma == "door" || lemma == "path" || lemma == "road"
		})
	}
	return false
}

// enjoying are verbs whose object was had.
var enjoying = set("appreciate enjoy relish value treasure cherish")

// isCalledOff reports whether a plan came to nothing: "was supposed to meet B but
// cancelled".
func (s *statusReader) isCalledOff(plan int) bool {
	return slices.ContainsFunc(s.Children(plan, "conj"), func(joined int) bool {
		return s.Lemma(joined) == "cancel" || s.Lemma(joined) == "back" && s.HasChild(joined, "out") || s.Lemma(joined) == "pull" && s.HasChild(joined, "out")
	})
}

// refuses reports whether a verb that can deny does: "ruled out", not "ruled".
func (s *statusReader) refuses(verb int, lemma string) bool {
	switch lemma {
	case "rule":
		return s.HasChild(verb, "out")
	case "fail", "avoid", "halt":
		return s.Child(verb, "xcomp") >= 0
	}
	return true
}

// raise sets a status where nothing nearer to the trigger has.
func (s *statusReader) raise(status graph.Status) {
	if s.status == graph.StatusAsserted || s.status == graph.StatusHypothetical && status == graph.StatusRequested {
		s.status = status
	}
}

// word reads the modifiers of one word: negation, modals, adjectives, "if".
func (s *statusReader) word(i int) {
	for _, child := range s.Children(i) {
		if s.personAt(child) >= 0 {
			continue // "Will Okoro met B"
		}
		text := s.Lower(child)
		switch {
		case s.Dep(child) == "aux" || s.Dep(child) == "auxpass":
			s.modal(child, text)
		case s.Dep(child) == "mark" && grammar.Conditional[text] || text == "if" && s.Dep(child) == "advmod":
			s.raise(graph.StatusHypothetical)
		case s.Dep(child) == "amod" || s.Dep(child) == "compound" || s.Dep(child) == "advmod" && !s.IsVerb(i):
			s.noun(text)
		}
	}
	if grammar.IsGoingTo(s.Parse, i) {
		s.raise(graph.StatusPlanned)
	}
	if grammar.IsNegated(s.Parse, i) || grammar.IsYetTo(s.Parse, i) {
		s.status = graph.StatusDenied
	}
}

// modal reads an auxiliary.
func (s *statusReader) modal(child int, text string) {
	switch {
	case text == "will" || text == "'ll" || text == "’ll" || text == "shall" || text == "wo":
		s.raise(graph.StatusPlanned)
	case text == "should" || text == "must" || text == "ought":
		s.wish = true
	case hypothetical[text] && s.Tag(child) == "MD":
		switch {
		case grammar.IsWouldLike(s.Parse, s.Head(child)):
		case text == "would" && grammar.IsReportedFuture(s.Parse, s.Head(child)):
			s.raise(graph.StatusPlanned)
		case text == "would" && grammar.IsHabit(s.Parse, s.Head(child)):
		default:
			s.raise(graph.StatusHypothetical)
		}
	}
}

// noun reads a word that qualifies a contact noun: "planned", "possible".
func (s *statusReader) noun(text string) {
	switch {
	case cancelled[text]:
		s.status = graph.StatusDenied
	case plannedWords[text]:
		s.raise(graph.StatusPlanned)
	case proposed[text]:
		s.raise(graph.StatusRequested)
	case supposing[text]:
		s.raise(graph.StatusHypothetical)
	}
}

// isFuture reports whether a time lies wholly after the day of publication.
func (r *reading) isFuture(t *graph.TimeSpan) bool {
	return t != nil && !r.article.Published.IsZero() && t.Earliest().After(r.article.Published)
}
