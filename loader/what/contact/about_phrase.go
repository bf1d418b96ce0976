package contact

import (
	"slices"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/what/evidence"
)

// longestTopic is the length of a topic, in code points, above which it is cut to its
// first part. A judgement.
const longestTopic = 160

// phraseOf returns the words of a topic: the phrase of its head without what is said of
// the contact inside it, "with Boom" or "on Monday", and without clauses that only add to
// it. False if nothing is left.
func (r *topicReader) phraseOf(head int) (language.Span, bool) {
	first, last := r.Subtree(head)
	span := language.Span{Start: max(first, r.within.Start), End: min(last, r.within.End)}
	if r.IsVerb(head) {
		span.Start = r.withoutPreposition(span.Start, head)
	}
	for i := head + 1; i < span.End; i++ {
		if r.endsTopic(i, head) {
			span.End = i
		}
	}
	if grammar.Length(r.Parse, span) > longestTopic {
		span.End = r.cut(span, head)
	}
	span = r.withoutPunctuation(span)
	trigger := r.contact.trigger
	isOwn := span.Start <= trigger && trigger < span.End // "the possibility of contact" is not what that contact was about
	return span, span.Start <= head && head < span.End && !isOwn
}

// withoutPreposition returns the start of a clause without a preposition before it.
func (r *topicReader) withoutPreposition(start, head int) int {
	if start < head && ofTopic[r.Lower(start)] && r.Dep(start) == "prep" {
		return start + 1
	}
	return start
}

// endsTopic reports whether a topic ends before a token: where a phrase begins that tells
// of the contact, or a clause that adds to the topic.
func (r *topicReader) endsTopic(i, head int) bool {
	switch r.Dep(i) {
	case "prep", "agent":
		return r.tellsOfContact(i)
	case "relcl", "advcl", "parataxis", "appos":
		return false // its first word is asked
	}
	switch lower := r.Lower(i); {
	case lower == "which" || lower == "who" || lower == "whose" || lower == "where":
		return r.Tokens[i].Start > 0 && i > head+1
	case sideClauses[lower] && r.Dep(i) == "mark":
		return true
	case r.IsPunctuation(i, ",", ";", "–", "—", "(", ":"):
		return !r.isListed(i, head)
	}
	time := r.TimeAt(i)
	return time != nil && time.Span.Start == i && (r.Dep(i) == "npadvmod" || !r.isBelowNoun(i))
}

// tellsOfContact reports whether a phrase says with whom, when or how a contact was rather
// than more of its topic.
func (r *topicReader) tellsOfContact(preposition int) bool {
	object := r.Child(preposition, "pobj")
	if object < 0 {
		return false
	}
	if r.TimeAt(object) != nil && (r.Lower(preposition) == "on" || r.Lower(preposition) == "at") {
		return true
	}
	if r.contact.place >= 0 && r.memberAt(object) == r.contact.place {
		return true
	}
	withParty := r.Lower(preposition) == "with" || r.Lower(preposition) == "to" || r.Lower(preposition) == "between"
	if withParty && slices.Contains(r.contact.all(), r.memberAt(object)) {
		return true
	}
	lemma := r.Lemma(object)
	if ofTopic[r.Lower(preposition)] && noTopic[lemma] {
		return true
	}
	occasion := nounOf[lemma] != nil || evidence.MeansNamed(lemma) != ""
	return occasion && (occasionPrepositions[r.Lower(preposition)] || ofMeans[r.Lower(preposition)])
}

// isListed reports whether a comma parts members of a list that the topic is, such as
// "trade, climate and energy".
func (r *topicReader) isListed(comma, head int) bool {
	if r.Lower(comma) != "," {
		return false
	}
	for _, joined := range r.Conjuncts(head)[1:] {
		if joined > comma {
			return true
		}
	}
	governor := r.Head(comma)
	for _, joined := range r.Conjuncts(governor)[1:] {
		if joined > comma {
			return true
		}
	}
	return false
}

// isBelowNoun reports whether a time hangs on a noun: "the election in March".
func (r *topicReader) isBelowNoun(i int) bool {
	governor := r.Head(i)
	if r.Dep(governor) == "prep" {
		governor = r.Head(governor)
	}
	return r.IsNoun(governor)
}

// cut returns where the first part of a long topic ends: before the last comma, clause or
// preposition that leaves it short enough.
func (r *topicReader) cut(span language.Span, head int) int {
	end := head + 1
	for i := head + 1; i < span.End; i++ {
		if grammar.Length(r.Parse, language.Span{Start: span.Start, End: i}) > longestTopic {
			break
		}
		if r.Lower(i) == "," || r.Dep(i) == "prep" || r.Dep(i) == "mark" || r.Dep(i) == "cc" {
			end = i
		}
	}
	return end
}

// withoutPunctuation trims signs and spaces at both ends.
func (r *topicReader) withoutPunctuation(span language.Span) language.Span {
	blank := func(i int) bool { return r.Tokens[i].POS == "PUNCT" || r.IsSpace(i) || r.Dep(i) == "cc" }
	for span.Start < span.End && blank(span.Start) {
		span.Start++
	}
	for span.Start < span.End && blank(span.End-1) {
		span.End--
	}
	return span
}

// IsPunctuation reports whether a token is one of these signs.
func (r *topicReader) IsPunctuation(i int, signs ...string) bool {
	return slices.Contains(signs, r.Tokens[i].Text)
}
