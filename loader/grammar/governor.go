package grammar

// Governor is a word that governs another as what it is about.
type Governor struct {
	Token int
	From  int // the child of Token through which it governs
}

// Governors returns the words that govern a token as what they are about, from the
// inside out: "planned" and "denied" for "meet" in "denied that he planned to meet
// Okoro", but no verb for "meeting" in "refused to comment after a meeting". The walk
// ends before a head for which stop returns true; nil stops nowhere.
func Governors(p *Parse, token int, stop func(dependent, head int) bool) []Governor {
	var governors []Governor
	i := token
	for range 2 * MaxClimb {
		if twin := infinitiveBefore(p, i); twin >= 0 {
			i = twin
		}
		head := p.Head(i)
		if clause := clauseAround(p, head); clause >= 0 && head < i {
			head = clause
		}
		if request := requestBefore(p, i, head); request >= 0 {
			head = request
		}
		if head == i || !passesOn(p, i, head) || stop != nil && stop(i, head) {
			break
		}
		governors = append(governors, Governor{head, i})
		i = head
	}
	return governors
}

// passesOn reports whether head is about its child i, so that what holds for one holds
// for the other.
func passesOn(p *Parse, i, head int) bool {
	switch p.Dep(i) {
	case "nsubj":
		return p.IsVerb(head)
	case "compound":
		return true
	case "relcl":
		return ReportNouns[p.Lemma(head)] && isComplete(p, i)
	case "poss", "appos", "npadvmod", "nmod", "amod":
		return false
	case "advcl":
		return p.Tag(i) == "VB" && p.HasChild(i, "to")
	case "acl":
		if p.HasChild(i, "that") || p.Tag(i) != "VB" && isComplete(p, i) {
			return ReportNouns[p.Lemma(head)] || prospects[p.Lemma(head)]
		}
		return p.Tag(i) == "VB" || IsSpeech(p, i) && ReportNouns[p.Lemma(head)]
	case "prep", "agent":
		if p.Lower(i) == "by" && p.Child(i, "pcomp") >= 0 && p.IsVerb(head) && hasModalAbove(p, i) {
			return true
		}
		if !p.IsVerb(head) {
			return !p.IsNoun(head) || isAboutNoun(p, i, head)
		}
		if p.Lemma(head) == "be" && p.Lower(i) == "in" {
			return true // "has not been in touch"
		}
		return isComplement(p, i, head) || p.Lower(i) == "for" && IsTravel(p, head)
	case "pcomp":
		if p.Lower(head) == "by" && hasModalAbove(p, head) {
			return true // "could help by telling Okoro"
		}
		return p.Dep(head) != "prep" || !p.IsVerb(p.Head(head)) || isComplement(p, head, p.Head(head))
	}
	return true
}

// requestBefore returns the object of a verb that a phrase with "for" is of, though the parser
// hung it on the verb: "request" in "turned down a request by Okoro for talks"; -1 for none.
func requestBefore(p *Parse, phrase, verb int) int {
	if p.Dep(phrase) != "prep" || p.Lower(phrase) != "for" || !p.IsVerb(verb) {
		return -1
	}
	object := p.Child(verb, "dobj")
	if object < 0 || object > phrase || !petitions[p.Lemma(object)] {
		return -1
	}
	return object
}

// isComplete reports whether a clause lacks nothing that a noun above it could stand for, so
// that it is what the noun says: "claims she had met Okoro", not "claims she made".
func isComplete(p *Parse, clause int) bool {
	subject := p.Child(clause, "nsubj", "nsubjpass")
	if subject < 0 || p.Tag(subject) == "WDT" || p.Tag(subject) == "WP" {
		return false
	}
	if p.Child(clause, "dobj") >= 0 {
		return !p.HasChild(clause, "which", "that", "whom")
	}
	return len(p.ObjectsOf(clause, "to", "with")) > 0
}

// isAboutNoun reports whether a noun is about what a preposition below it introduces: "hope
// of talks", but not "a role in talks" or "records of talks", which can be sought or
// refused though there are talks.
func isAboutNoun(p *Parse, preposition, noun int) bool {
	if accounts[p.Lemma(noun)] {
		return false
	}
	word := p.Lower(preposition)
	return !circumstantial[word] || word == "in" && aboutIn[p.Lemma(noun)]
}

// isComplement reports whether a prepositional phrase is the complement of a verb:
// "called for talks", "agreed on a meeting", not "asked in a letter".
func isComplement(p *Parse, preposition, verb int) bool {
	return complements[p.Lemma(verb)+" "+p.Lower(preposition)]
}

// IsTravel reports whether a verb says where somebody goes or is, so that "for talks"
// after it is a purpose.
func IsTravel(p *Parse, verb int) bool { return travel[p.Lemma(verb)] }
