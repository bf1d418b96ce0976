package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// statusOf returns how the article puts a contact, read from the trigger outwards. It
// returns false if the words report no contact at all: most questions, a wish, advice.
func statusOf(a *evidence.Article, c *draft) (graph.Status, bool) {
	if grammar.IsQuestion(a.Parse, c.trigger) {
		return askedStatus(a, c)
	}
	if isOnlyFeared(a, c) {
		return "", false
	}
	s := &statusReader{Article: a, status: graph.StatusAsserted}
	if inviting[a.Lemma(c.trigger)] {
		s.status = graph.StatusRequested
	}
	s.readModifiers(c.trigger)
	if c.noun != nil && tookPlace(a, c.trigger) {
		return graph.StatusAsserted, true
	}
	isMedial := func(preposition, head int) bool { return isMedialOccasion(a, preposition, head) }
	for _, governor := range grammar.Governors(a.Parse, c.trigger, isMedial) {
		if s.readGovernor(governor); s.done {
			break
		}
	}
	if isPrepared(a, c) {
		s.raise(graph.StatusPlanned)
	}
	if isWithExcepted(a, c) {
		s.status = graph.StatusDenied
	}
	return s.status, !s.wish
}

// askedStatus returns the status of a contact that the writer asks about: "Did Okoro meet
// Lim?" leaves it open, "When did Okoro meet Lim?" takes it for granted. It returns false
// for other questions, and for those that somebody put.
func askedStatus(a *evidence.Article, c *draft) (graph.Status, bool) {
	auxiliary, subject := a.Child(c.trigger, "aux"), a.Child(c.trigger, "nsubj")
	if auxiliary < 0 || subject < auxiliary || !a.IsNoun(subject) || a.Lemma(auxiliary) == "be" || a.Tag(auxiliary) == "MD" || a.IsQuoted(c.trigger) {
		return "", false
	}
	switch first := grammar.Opening(a.Parse, c.trigger); {
	case first == auxiliary:
		return graph.StatusHypothetical, true
	case first == auxiliary-1 && askingDetail[a.Lower(first)] && a.Tag(auxiliary) == "VBD":
		return graph.StatusAsserted, true
	}
	return "", false
}

// isWithExcepted reports whether the phrase of the other side is one that "not" takes out:
// Okoro in "spoke with Silva but not with Okoro".
func isWithExcepted(a *evidence.Article, c *draft) bool {
	return slices.ContainsFunc(a.Children(c.trigger, "prep"), func(preposition int) bool {
		object := a.Child(preposition, "pobj")
		return object >= 0 && grammar.IsExceptedPhrase(a.Parse, preposition) && evidence.ShareAny(a.Party(object, nil), c.second)
	})
}

// isOnlyFeared reports whether a noun stands in a clause that says what somebody acts to avoid:
// "so that it is not left out of the Chad-Oman talks".
func isOnlyFeared(a *evidence.Article, c *draft) bool {
	if c.noun == nil {
		return false
	}
	for ancestor := range a.Ancestors(c.trigger) {
		if a.IsVerb(ancestor) && a.Dep(ancestor) != "acomp" {
			isPurpose := slices.ContainsFunc(a.Children(ancestor, "mark", "advmod"), func(child int) bool { return child < c.trigger && avoiding[a.Lower(child)] })
			return isPurpose && a.Child(ancestor, "neg") >= 0 || isPurpose && a.HasChild(ancestor, "lest")
		}
	}
	return false
}

// isPrepared reports whether a noun names what preparations are for that are the subject of its
// clause: "preparations are under way for a meeting".
func isPrepared(a *evidence.Article, c *draft) bool {
	preposition := a.Head(c.trigger)
	if c.noun == nil || a.Dep(c.trigger) != "pobj" || a.Lower(preposition) != "for" {
		return false
	}
	return slices.ContainsFunc(a.Children(a.Head(preposition), "nsubj", "nsubjpass"), func(subject int) bool { return plannedWords[a.Lemma(subject)] })
}

// tookPlace reports whether a clause says that what a noun names came about: "asked for a
// meeting, which took place".
func tookPlace(a *evidence.Article, i int) bool {
	return evidence.Occurrence(a, i) >= 0
}

// isMedialOccasion reports whether a preposition only names the writing in which
// something was said, or the talks in which it came about: "asked for help in a letter to
// Okoro", "agreed on a deal in talks with Okoro".
func isMedialOccasion(a *evidence.Article, preposition, head int) bool {
	if a.Dep(preposition) != "prep" || !a.IsNoun(head) {
		return false
	}
	if ofWriting[a.Lower(preposition)] {
		object := a.Child(preposition, "pobj")
		return object >= 0 && nounOf[a.Lemma(object)] != nil && (nounOf[a.Lemma(object)].Means == graph.MeansMessage || outcomes[a.Lemma(head)])
	}
	return false
}

// statusReader derives a status from the words around a trigger, from the inside out.
type statusReader struct {
	*evidence.Article
	status graph.Status
	wish   bool
	done   bool // what governs the words read so far says nothing of the contact
	given  bool // the contact is taken for granted by the words read so far
}

// readGovernor reads a word that governs the trigger.
func (s *statusReader) readGovernor(l grammar.Governor) {
	if s.Dep(l.From) == "conj" && s.IsVerb(l.Token) && !grammar.SharesAuxiliary(s.Parse, l.From) {
		return
	}
	if s.given {
		if confirming[s.Lemma(l.Token)] {
			s.raise(graph.StatusConfirmed)
		}
		return
	}
	if isUntrue(s.Article, l) {
		s.status = graph.StatusDenied
		return
	}
	if isJudged(s.Article, l) {
		s.wish = true
		return
	}
	if s.Lemma(l.Token) == "be" && s.Dep(l.From) == "ccomp" && s.Child(l.Token, "acomp", "attr") >= 0 {
		return // "it is no surprise that A met B"
	}
	if s.Dep(l.From) == "nsubj" && isPredicate(s.Article, l.Token) {
		s.readPredicate(l.Token)
		return
	}
	if s.leavesOpen(l) {
		s.done = true
		return
	}
	s.applyGovernor(l)
	if s.Dep(l.From) != "prep" || !s.IsVerb(l.Token) || s.Lemma(l.Token) == "be" || s.Lower(l.From) == "for" && grammar.IsTravel(s.Parse, l.Token) || s.Lower(l.From) == "by" {
		s.readModifiers(l.Token)
	}
}

// readPredicate reads a verb that says something of the contact, its subject: that the
// talks will focus on fish shows them to be planned, that a meeting is possible or that
// it was not political has no more to say than that.
func (s *statusReader) readPredicate(verb int) {
	s.given = true
	if grammar.IsFuture(s.Parse, verb) {
		s.raise(graph.StatusPlanned)
	}
	for _, predicate := range s.Children(verb, "acomp") {
		s.readQualifier(s.Lower(predicate))
	}
}

// leavesOpen reads a word that says neither that a contact took place nor that it did not:
// "would not rule out a meeting", "could neither confirm nor deny that they met",
// "declined to confirm", "has not said whether they met".
func (s *statusReader) leavesOpen(l grammar.Governor) bool {
	if s.HasChild(l.From, "whether", "if") && grammar.IsDenied(s.Parse, l.Token) {
		return true
	}
	lemma := s.Lemma(l.Token)
	isDenial, isAvowal := s.IsVerb(l.Token) && isDenying(s.Article, l.Token), confirming[lemma] || acknowledging[lemma]
	if !isDenial && !isAvowal {
		return false
	}
	above := s.Head(l.Token)
	evaded := isAvowal && s.Dep(l.Token) == "xcomp" && isDenying(s.Article, above)
	if !evaded && !grammar.IsDenied(s.Parse, l.Token) {
		return false
	}
	if isDenial && !grammar.IsSpeech(s.Parse, l.Token) {
		s.raise(graph.StatusHypothetical)
	}
	return true
}

// readModifiers reads the modifiers of a word: negation, auxiliaries, adjectives, "if".
func (s *statusReader) readModifiers(i int) {
	for _, child := range s.Children(i) {
		if s.PersonAt(child) >= 0 {
			continue // "Will Okoro met B"
		}
		text := s.Lower(child)
		switch {
		case s.Dep(child) == "aux" || s.Dep(child) == "auxpass":
			s.readAuxiliary(child, text)
		case s.Dep(child) == "mark" && grammar.Conditional[text] || text == "if" && s.Dep(child) == "advmod":
			s.raise(graph.StatusHypothetical)
		case s.Dep(child) == "compound" && supposing[text]: // "a chance encounter"
		case s.Dep(child) == "amod" || s.Dep(child) == "compound" || s.Dep(child) == "advmod" && !s.IsVerb(i):
			s.readQualifier(text)
		}
	}
	if grammar.IsGoingTo(s.Parse, i) || grammar.IsPastPlan(s.Parse, i) || isHeadlinePlan(s.Article, i) {
		s.raise(graph.StatusPlanned)
	}
	if grammar.IsUnreal(s.Parse, i) {
		s.raise(graph.StatusHypothetical)
	}
	if grammar.IsDenied(s.Parse, i) {
		s.status = graph.StatusDenied
	}
}

// isHeadlinePlan reports whether an infinitive is the verb of a headline, which has no
// finite one: "Lim, Okoro to meet in Oslo".
func isHeadlinePlan(a *evidence.Article, verb int) bool {
	to := a.Child(verb, "aux")
	if to < 0 || a.Lower(to) != "to" {
		return false
	}
	line := a.Segment(verb)
	for t := line.Start; t < line.End; t++ {
		switch a.Tag(t) {
		case "VBD", "VBZ", "VBP", "MD", ".":
			return false
		}
	}
	return true
}

// readAuxiliary reads an auxiliary.
func (s *statusReader) readAuxiliary(child int, text string) {
	switch {
	case futureModals[text]:
		s.raise(graph.StatusPlanned)
	case adviceModals[text]:
		s.wish = true
	case hypothetical[text] && s.Tag(child) == "MD":
		switch {
		case grammar.IsWouldLike(s.Parse, s.Head(child)), text == "would" && grammar.IsHabit(s.Parse, s.Head(child)):
		case text == "would" && (grammar.IsReportedFuture(s.Parse, s.Head(child)) || grammar.IsToldFuture(s.Parse, s.Head(child))):
			s.raise(graph.StatusPlanned)
		default:
			s.raise(graph.StatusHypothetical)
		}
	}
}

// readQualifier reads a word that qualifies a noun: "planned", "possible".
func (s *statusReader) readQualifier(text string) {
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

// applyGovernor applies the meaning of a governing word.
func (s *statusReader) applyGovernor(l grammar.Governor) {
	lemma := s.Lemma(l.Token)
	if supposing[lemma] && s.Dep(l.Token) == "dobj" && enjoying[s.Lemma(s.Head(l.Token))] {
		return // "appreciated the chance to meet B"
	}
	if wishing[lemma] && s.Dep(l.From) == "ccomp" {
		s.raise(graph.StatusHypothetical) // "wishes that he had met B"
		return
	}
	if grammar.IsIndicative(s.Parse, l.From) && !grammar.NominalSpeech[lemma] {
		if supposing[lemma] && s.IsNoun(l.Token) {
			s.raise(graph.StatusHypothetical) // "little chance that A meets B"
		}
		return // "suggested that the call had gone well"
	}
	switch {
	case opensWay(s.Article, l.Token):
		s.raise(graph.StatusHypothetical)
	case grammar.IsPhrasal(s.Parse, l.Token, callingOff), cameToNothing(s.Article, l):
		s.status = graph.StatusDenied
	case declining[lemma] && grammar.IsSpeech(s.Parse, l.From):
		return // "declined to say whether A met B"
	case s.IsVerb(l.Token) && (isDenying(s.Article, l.Token) || isRefuting(s.Article, l.Token) && grammar.ReportNouns[s.Lemma(l.From)]), cancelled[lemma]:
		s.status = graph.StatusDenied
	case confirming[lemma] || acknowledging[lemma] && s.status == graph.StatusAsserted:
		s.raise(graph.StatusConfirmed)
	case grammar.IsWouldLike(s.Parse, l.Token) || s.Dep(l.From) != "nsubj" && requesting[lemma] && !s.HasChild(l.Token, "forward", "ahead"):
		s.raise(graph.StatusRequested)
	case accepting[lemma] && s.status == graph.StatusRequested:
		s.status = graph.StatusPlanned
	case planning[lemma] && s.Dep(l.From) != "nsubj":
		s.raise(graph.StatusPlanned)
	case puttingOff[lemma]:
		s.raise(graph.StatusPlanned)
	case supposing[lemma] || plannedWords[lemma] && !s.IsVerb(l.Token):
		s.readQualifier(lemma)
	case proposed[lemma] && !s.IsVerb(l.Token):
		s.raise(graph.StatusRequested)
	}
}

// raise sets a status unless a word nearer to the trigger has.
func (s *statusReader) raise(status graph.Status) {
	if s.status == graph.StatusAsserted || s.status == graph.StatusHypothetical && status == graph.StatusRequested {
		s.status = status
	}
}

// isPredicate reports whether a verb says something about its subject, rather than that
// it takes place.
func isPredicate(a *evidence.Article, verb int) bool {
	return a.Lemma(verb) == "be" && a.Child(verb, "acomp", "attr") >= 0 || !grammar.LightVerbs[a.Lemma(verb)]
}

// isJudged reports whether a governing word only says what a contact would be like:
// "cutting off contact is harmful", "it is vital to talk to Okoro".
func isJudged(a *evidence.Article, l grammar.Governor) bool {
	if a.Lemma(l.Token) != "be" {
		return judging[a.Lemma(l.Token)] && !a.IsVerb(l.Token)
	}
	if a.Dep(l.From) == "nsubj" && a.IsNoun(l.From) && grammar.IsPast(a.Parse, l.Token) {
		return false // "the talks had been useful"
	}
	if a.Dep(l.From) == "csubj" {
		return true
	}
	for _, child := range a.Children(l.Token, "acomp", "attr") {
		if judging[a.Lemma(child)] {
			return true
		}
	}
	return false
}

// isUntrue reports whether a governing word says that a report of a contact is false: "the
// claim that A met B is a lie", "it is not true that A met B".
func isUntrue(a *evidence.Article, l grammar.Governor) bool {
	if a.Lemma(l.Token) != "be" || a.Dep(l.From) != "nsubj" && a.Dep(l.From) != "ccomp" && a.Dep(l.From) != "attr" {
		return false
	}
	if a.IsNoun(l.From) && !grammar.ReportNouns[a.Lemma(l.From)] {
		return false
	}
	denied := grammar.IsNegated(a.Parse, l.Token)
	return slices.ContainsFunc(a.Children(l.Token, "acomp", "attr"), func(predicate int) bool {
		switch word := a.Lemma(predicate); {
		case untrue[word]:
			return !denied
		case truths[word]:
			return denied || grammar.IsNegated(a.Parse, predicate)
		}
		return false
	})
}

// opensWay reports whether a verb makes a contact possible: "pave the way for talks",
// "open the door to a meeting".
func opensWay(a *evidence.Article, verb int) bool {
	return wayOpening[a.Lemma(verb)] && slices.ContainsFunc(a.Children(verb, "dobj"), func(object int) bool { return ways[a.Lemma(object)] })
}

// cameToNothing reports whether a plan was not carried out: "was supposed to meet Okoro
// but cancelled", "had planned to meet Okoro but fell ill".
func cameToNothing(a *evidence.Article, l grammar.Governor) bool {
	plan, lemma := l.Token, a.Lemma(l.Token)
	if a.Dep(plan) == "acomp" {
		plan = a.Head(plan) // "was due to meet"
	}
	past := grammar.IsPerfect(a.Parse, plan) || a.Tag(plan) == "VBD" && a.Lemma(plan) == "be"
	if !meant[lemma] && !(planning[lemma] && past && a.Dep(l.From) != "nsubj") {
		return false
	}
	return slices.ContainsFunc(a.Children(plan, "conj"), func(joined int) bool {
		isContrast := slices.ContainsFunc(a.Children(plan, "cc"), func(cc int) bool { return cc < joined && contrasting[a.Lower(cc)] })
		return past && isContrast && joined > l.From || backingOut[a.Lemma(joined)] || grammar.IsPhrasal(a.Parse, joined, backingOut)
	})
}

// isDenying reports whether a verb says that what it governs does not happen: "refused
// to", "failed to", "ruled out", but not "failed".
func isDenying(a *evidence.Article, verb int) bool {
	lemma := a.Lemma(verb)
	return grammar.IsPhrasal(a.Parse, verb, denying) || denying[lemma] && (!denyingInfinitive[lemma] || a.Child(verb, "xcomp") >= 0)
}

// isRefuting reports whether a verb says that a report is false: "dismissed", "brushed aside".
func isRefuting(a *evidence.Article, verb int) bool {
	return refuting[a.Lemma(verb)] || grammar.IsPhrasal(a.Parse, verb, refuting)
}

// isFuture reports whether a time lies wholly after the day of publication.
func isFuture(a *evidence.Article, t *graph.TimeSpan) bool {
	return t != nil && !a.Published.IsZero() && t.Earliest().After(a.Published)
}

// modeOf returns the status that stands for its kind: asserted, planned or denied.
func modeOf(s graph.Status) graph.Status {
	switch s {
	case graph.StatusConfirmed:
		return graph.StatusAsserted
	case graph.StatusRequested, graph.StatusHypothetical:
		return graph.StatusPlanned
	}
	return s
}
