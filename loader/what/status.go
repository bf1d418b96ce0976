package what

import (
	"slices"
	"strings"

	"dateline/graph"
)

// statusOf tells how the article puts a contact, from the trigger's own clause
// outwards; false where the words are no report of a contact at all: a question,
// a general wish.
func (r *reading) statusOf(c *contact) (graph.Status, bool) {
	if r.isQuestion(c.trigger) {
		return "", false
	}
	s := &statusReader{reading: r, status: graph.StatusAsserted}
	if lemma := r.lemma(c.trigger); lemma == "invite" || lemma == "invitation" {
		s.status = graph.StatusRequested
	}
	s.word(c.trigger)
	if c.noun != nil && r.tookPlace(c.trigger) {
		return graph.StatusAsserted, true
	}
	for _, l := range r.chain(c.trigger) {
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
	_, last := r.doc.Subtree(i)
	for clause := i + 1; clause < min(last, i+maxPhrase); clause++ {
		if r.dep(clause) != "relcl" || r.doc.Tokens[clause].Tag != "VBD" || r.child(clause, "neg") >= 0 || !r.hasChild(clause, "which", "that") {
			continue
		}
		switch r.lemma(clause) {
		case "take":
			if r.hasChild(clause, "place") {
				return clause
			}
		case "happen", "occur", "last":
			return clause
		}
	}
	return -1
}

// isQuestion reports whether the sentence of a token asks.
func (r *reading) isQuestion(i int) bool {
	span := r.segment(i)
	for t := i; t < span.End; t++ {
		switch r.doc.Tokens[t].Text {
		case "?":
			return t == 0 || r.doc.Tokens[t-1].Text != "."
		case "”", "\"":
			return false
		}
	}
	return false
}

// statusReader adds up what the words from a trigger outwards say.
type statusReader struct {
	*reading
	status graph.Status
	wish   bool
}

// link reads one governing word.
func (s *statusReader) link(l link) {
	if s.dep(l.from) == "conj" && s.isVerb(l.token) && !s.sharesModals(l.from) {
		return
	}
	if s.isJudged(l) {
		s.wish = true
		return
	}
	if s.lemma(l.token) == "be" && s.dep(l.from) == "ccomp" && s.child(l.token, "acomp", "attr") >= 0 {
		return // "it is no surprise that A met B"
	}
	if s.dep(l.from) == "nsubj" && s.isPredicate(l.token) {
		return // "his meeting with B was not political"
	}
	s.govern(l)
	if s.dep(l.from) != "prep" || !s.isVerb(l.token) || s.lower(l.from) == "for" && s.isTravel(l.token) || s.lower(l.from) == "by" {
		s.word(l.token)
	}
}

// isPredicate reports whether a verb says what its subject is like, not that it
// takes place.
func (s *statusReader) isPredicate(verb int) bool {
	return s.lemma(verb) == "be" && s.child(verb, "acomp", "attr") >= 0 || !lightVerbs[s.lemma(verb)] && s.lemma(verb) != "be"
}

// isJudged reports whether a governing word says what a contact would be like, and
// so reports none: "cutting off contact is harmful", "it is vital to talk to B".
func (s *statusReader) isJudged(l link) bool {
	if s.lemma(l.token) != "be" {
		return judging[s.lemma(l.token)] && !s.isVerb(l.token)
	}
	if s.dep(l.from) == "csubj" {
		return true
	}
	for _, child := range s.children(l.token, "acomp", "attr") {
		if judging[s.lemma(child)] {
			return true
		}
	}
	return false
}

// judging are words of advice and evaluation.
var judging = set(`necessary important essential vital crucial needed impossible illogical useful good bad better best wise unwise harmful
	counterproductive imperative critical desirable helpful wrong right time need must key`)

// sharesModals reports whether a joined verb stands under the auxiliaries of the
// first: "will fly to Oslo and meet B".
func (s *statusReader) sharesModals(verb int) bool {
	if s.child(verb, "nsubj", "nsubjpass", "aux") >= 0 {
		return false
	}
	tag := s.doc.Tokens[verb].Tag
	return tag == "VB" || tag == "VBG"
}

// govern reads what a governing word's meaning does to what it governs.
func (s *statusReader) govern(l link) {
	lemma := s.lemma(l.token)
	if supposing[lemma] && s.dep(l.token) == "dobj" && enjoying[s.lemma(s.head(l.token))] {
		return // "appreciated the chance to meet B"
	}
	if s.isIndicative(l.from) && !nominalSpeech[lemma] {
		return // "suggested that the call had gone well"
	}
	switch {
	case s.opensWay(l.token):
		s.raise(graph.StatusHypothetical)
	case (lemma == "call" || lemma == "break") && s.hasChild(l.token, "off"), lemma == "turn" && s.hasChild(l.token, "down"), lemma == "suppose" && s.isCalledOff(l.token):
		s.status = graph.StatusDenied
	case (lemma == "decline" || lemma == "refuse") && speechVerbs[s.lemma(l.from)]:
		return // "declined to say whether A met B"
	case denying[lemma] && s.isVerb(l.token) && s.refuses(l.token, lemma), cancelled[lemma]:
		s.status = graph.StatusDenied
	case lemma == "confirm" || lemma == "acknowledge" && s.status == graph.StatusAsserted:
		s.raise(graph.StatusConfirmed)
	case s.isWouldLike(l.token) || s.dep(l.from) != "nsubj" && requesting[lemma]:
		s.raise(graph.StatusRequested)
	case lemma == "accept" && s.status == graph.StatusRequested:
		s.status = graph.StatusPlanned
	case planning[lemma] && s.dep(l.from) != "nsubj":
		s.raise(graph.StatusPlanned)
	case lemma == "postpone" || lemma == "delay":
		s.raise(graph.StatusPlanned)
	case supposing[lemma] || plannedWords[lemma] && !s.isVerb(l.token):
		s.noun(lemma)
	case proposed[lemma] && !s.isVerb(l.token):
		s.raise(graph.StatusRequested)
	}
}

// opensWay reports whether a verb makes a contact possible: "pave the way for talks",
// "open the door to a meeting".
func (s *statusReader) opensWay(verb int) bool {
	switch s.lemma(verb) {
	case "pave", "open", "clear", "smooth", "leave":
		return slices.ContainsFunc(s.children(verb, "dobj"), func(object int) bool {
			lemma := s.lemma(object)
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
	return slices.ContainsFunc(s.children(plan, "conj"), func(joined int) bool {
		return s.lemma(joined) == "cancel" || s.lemma(joined) == "back" && s.hasChild(joined, "out") || s.lemma(joined) == "pull" && s.hasChild(joined, "out")
	})
}

// isIndicative reports whether a clause that something governs is told as a fact.
func (s *statusReader) isIndicative(clause int) bool {
	if s.dep(clause) != "ccomp" || !s.isVerb(clause) {
		return false
	}
	switch s.doc.Tokens[clause].Tag {
	case "VBD", "VBZ", "VBP":
		return true
	}
	for _, child := range s.children(clause, "aux", "auxpass") {
		if tag := s.doc.Tokens[child].Tag; tag == "VBD" || tag == "VBZ" || tag == "VBP" {
			return true
		}
	}
	return false
}

// refuses reports whether a verb that can deny does: "ruled out", not "ruled".
func (s *statusReader) refuses(verb int, lemma string) bool {
	switch lemma {
	case "rule":
		return s.hasChild(verb, "out")
	case "fail", "avoid", "halt":
		return s.child(verb, "xcomp") >= 0
	}
	return true
}

// isWouldLike reports whether a verb is the "like" of "would like to".
func (s *statusReader) isWouldLike(i int) bool {
	return (s.lemma(i) == "like" || s.lemma(i) == "love") && s.hasChild(i, "would", "'d", "’d")
}

// raise sets a status where nothing nearer to the trigger has.
func (s *statusReader) raise(status graph.Status) {
	if s.status == graph.StatusAsserted || s.status == graph.StatusHypothetical && status == graph.StatusRequested {
		s.status = status
	}
}

// word reads the modifiers of one word: negation, modals, adjectives, "if".
func (s *statusReader) word(i int) {
	for _, child := range s.children(i) {
		if s.personAt(child) >= 0 {
			continue // "Will Okoro met B"
		}
		text := s.lower(child)
		switch {
		case s.dep(child) == "aux" || s.dep(child) == "auxpass":
			s.modal(child, text)
		case s.dep(child) == "mark" && conditional[text] || text == "if" && s.dep(child) == "advmod":
			s.raise(graph.StatusHypothetical)
		case s.dep(child) == "amod" || s.dep(child) == "compound" || s.dep(child) == "advmod" && !s.isVerb(i):
			s.noun(text)
		}
	}
	if s.goingTo(i) {
		s.raise(graph.StatusPlanned)
	}
	if s.isNegated(i) && !s.barely(i) || s.isYetTo(i) {
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
	case hypothetical[text] && s.doc.Tokens[child].Tag == "MD":
		switch {
		case s.isWouldLike(s.head(child)):
		case text == "would" && s.isReportedFuture(s.head(child)):
			s.raise(graph.StatusPlanned)
		case text == "would" && s.isHabit(s.head(child)):
		default:
			s.raise(graph.StatusHypothetical)
		}
	}
}

// isHabit reports whether the "would" of a verb is of what was often done: "at times
// he would meet B".
func (s *statusReader) isHabit(verb int) bool {
	for _, child := range s.children(verb) {
		switch s.lower(child) {
		case "often", "sometimes", "frequently", "regularly", "usually", "routinely", "occasionally":
			return true
		case "at", "on":
			if object := s.child(child, "pobj"); object >= 0 && (s.lower(object) == "times" || s.lower(object) == "occasion" || s.lower(object) == "occasions") {
				return true
			}
		}
	}
	return false
}

// isReportedFuture reports whether the "would" of a verb is the "will" of what
// somebody said: "Lim announced that he would meet B".
func (s *statusReader) isReportedFuture(verb int) bool {
	speech := s.head(verb)
	if s.dep(verb) != "ccomp" || speech == verb || !s.isSpeech(speech) || s.hasChild(verb, "if", "have") || s.hasChild(speech, "if") {
		return false
	}
	for _, clause := range s.children(verb, "advcl") {
		if s.hasChild(clause, "if", "unless") {
			return false
		}
	}
	return s.doc.Tokens[speech].Tag == "VBD" || s.doc.Tokens[speech].Tag == "VBN"
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

// goingTo reports whether a verb stands in "is going to", "is to", "is about to".
func (s *statusReader) goingTo(i int) bool {
	head := s.head(i)
	if head == i || s.dep(i) != "xcomp" || s.doc.Tokens[i].Tag != "VB" {
		return false
	}
	return s.lemma(head) == "be" || s.lemma(head) == "go" && s.doc.Tokens[head].Tag == "VBG" || s.lower(head) == "about"
}

// isYetTo reports whether a verb is what has not happened: "has yet to meet B".
func (s *statusReader) isYetTo(verb int) bool {
	head := s.head(verb)
	return s.dep(verb) == "xcomp" && (s.lemma(head) == "have" || s.lemma(head) == "be") && (s.hasChild(head, "yet") || s.hasChild(verb, "yet"))
}

// isNegated reports whether a word has a negation of its own: "not", "no talks",
// "neither A nor B met".
func (s *statusReader) isNegated(i int) bool {
	for _, child := range s.children(i) {
		if s.dep(child) == "neg" || negations[s.lower(child)] && (s.dep(child) == "det" || s.dep(child) == "advmod" || s.dep(child) == "preconj") {
			return s.lower(child) != "only"
		}
	}
	return false
}

// barely reports whether a negation is taken back: "not only met".
func (s *statusReader) barely(i int) bool {
	for _, child := range s.children(i) {
		if s.dep(child) == "neg" && child+1 < len(s.doc.Tokens) && slices.Contains([]string{"only", "just", "merely"}, s.lower(child+1)) {
			return true
		}
	}
	return false
}

// isFuture reports whether a time lies wholly after the day of publication.
func (r *reading) isFuture(t *graph.TimeSpan) bool {
	return t != nil && !r.article.Published.IsZero() && t.Earliest().After(r.article.Published)
}

// isPast reports whether the verb that carries a contact is in a past tense.
func (r *reading) isPast(c *contact) bool {
	verb := c.carrier
	if verb < 0 {
		return false
	}
	if tag := r.doc.Tokens[verb].Tag; tag == "VBD" {
		return true
	}
	for _, child := range r.children(verb, "aux", "auxpass") {
		if r.doc.Tokens[child].Tag == "VBD" || strings.HasPrefix(r.lower(child), "ha") {
			return true
		}
	}
	return false
}
