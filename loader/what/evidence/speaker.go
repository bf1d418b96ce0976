package evidence

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
)

// SpeakerOf returns the speaker of a verb of speech, -1 if the article names none.
func SpeakerOf(a *Article, verb int) int {
	for _, subject := range a.Subjects(verb) {
		subject = closedSubject(a, subject, verb)
		if a.IsQuoted(subject) && !a.IsQuoted(verb) {
			continue
		}
		for _, member := range Speakers(a, subject) {
			if a.Member(member).Kind == graph.KindPlace {
				continue
			}
			if a.Tag(subject) == "PRP" && onlyQuoted(a, member, subject) {
				return speakerBefore(a, subject)
			}
			return member
		}
	}
	return -1
}

// closedSubject returns the noun right before a verb if the parser took it for an
// apposition of a subject, though no comma ends it: the ministry in "a call with Okoro, the
// ministry said".
func closedSubject(a *Article, subject, verb int) int {
	for _, apposed := range a.Children(subject, "appos") {
		first, end := a.Subtree(apposed)
		if end == verb && first > 0 && a.Tokens[first-1].Text == "," && a.Tokens[end-1].Text != "," {
			return apposed
		}
	}
	return subject
}

// Speakers returns the members that the subject of a verb of speech stands for, media
// included.
func Speakers(a *Article, subject int) []int {
	if m, ok := a.MentionAt(subject); ok && a.IsMedium(m.Member) {
		return []int{m.Member}
	}
	if members := a.Parties(subject, nil); len(members) > 0 {
		return members
	}
	if Writings[a.Lemma(subject)] {
		return authors(a, subject)
	}
	return a.cast.Parties(subject) // "a source"
}

// authors returns who wrote what a noun names: "a letter by Lim", "Lim's letter", "an
// email sent by Lim".
func authors(a *Article, document int) []int {
	if owners := a.Children(document, "poss"); len(owners) > 0 {
		return a.PartiesOf(owners, nil)
	}
	if authors := a.PartiesAfter(document, nil, "by", "from"); len(authors) > 0 {
		return authors
	}
	for _, clause := range a.Children(document, "acl") {
		if agents := AgentParties(a, clause); len(agents) > 0 {
			return agents
		}
	}
	if issuer := a.Head(document); a.Dep(document) == "dobj" && issuing[a.Lemma(issuer)] {
		return a.PartiesOf(a.Subjects(issuer), nil)
	}
	return nil
}

// onlyQuoted reports whether the sentence names a member before a pronoun only within
// quotations: somebody who is spoken of there is not the "he" who speaks.
func onlyQuoted(a *Article, member, pronoun int) bool {
	quoted := false
	start := a.Segment(pronoun).Start
	if q := a.Marks.At(start); q >= 0 {
		start = a.Marks.Spans[q].Start // “It sails. Lim knows,” she said
	}
	for i := start; i < pronoun; i++ {
		if m, ok := a.MentionAt(i); ok && m.Member == member {
			if !a.IsQuoted(i) {
				return false
			}
			quoted = true
		}
	}
	return quoted
}

// speakerBefore returns the person who is the subject of the nearest verb of speech in
// the three sentences before a pronoun, -1 if there is none.
func speakerBefore(a *Article, pronoun int) int {
	start := a.Segment(pronoun).Start
	for i := start - 1; i >= 0 && a.Tokens[pronoun].Sentence-a.Tokens[i].Sentence <= 3; i-- {
		if a.IsQuoted(i) || !grammar.IsSpeech(a.Parse, i) {
			continue
		}
		for _, subject := range a.Subjects(i) {
			if m, ok := a.MentionAt(subject); ok && a.Member(m.Member).Kind == graph.KindPerson {
				return m.Member
			}
		}
	}
	return -1
}

// SpeakersBeside returns the members of the phrase that ends right before a verb of
// speech to which the parser gave no subject: "an official who knows the plan said".
func SpeakersBeside(a *Article, speech int) []int {
	if speech == 0 || a.Child(speech, "nsubj", "nsubjpass", "auxpass") >= 0 || a.Tag(speech) == "VB" || a.Tag(speech) == "VBG" {
		return nil
	}
	for i := speech - 1; i >= a.Segment(speech).Start && speech-i < MaxPhrase; i-- {
		if _, end := a.Subtree(i); end != speech || !a.IsNoun(i) || a.Dep(i) == "pobj" || a.Dep(i) == "dobj" || a.IsQuoted(i) {
			continue
		}
		if members := Speakers(a, i); len(members) > 0 {
			return members
		}
	}
	return nil
}

// hasSpeaker reports whether the speaker of a verb of speech can be found.
func hasSpeaker(a *Article, speech int) bool {
	isBothSides := func(token int) bool { return IsBothSides(a, token) }
	return SpeakerOf(a, speech) >= 0 || len(SpeakersBeside(a, speech)) > 0 || slices.ContainsFunc(a.Subjects(speech), isBothSides)
}

// GoverningSpeaker returns the speaker of the verb that GoverningSpeech finds, -1 for
// none.
func GoverningSpeaker(a *Article, trigger int) int {
	if speech := GoverningSpeech(a, trigger); speech >= 0 {
		if speaker := SpeakerOf(a, speech); speaker >= 0 {
			return speaker
		}
		if beside := SpeakersBeside(a, speech); len(beside) > 0 {
			return beside[0]
		}
	}
	return -1
}

// GoverningSpeech returns the nearest verb of speech that has a speaker and the token in
// its content, -1 for none.
func GoverningSpeech(a *Article, trigger int) int {
	below := trigger
	for ancestor := range a.Ancestors(trigger) {
		if grammar.IsSpeech(a.Parse, ancestor) && grammar.IsContent(a.Parse, below, ancestor) && hasSpeaker(a, ancestor) {
			return ancestor
		}
		if a.IsVerb(ancestor) {
			// "Talks were held, Lim said": the verb of speech is the inner one.
			for _, aside := range a.Children(ancestor, "parataxis", "advcl", "ccomp") {
				if grammar.IsSpeech(a.Parse, aside) && grammar.IsAside(a.Parse, aside, trigger) && hasSpeaker(a, aside) {
					return aside
				}
			}
		}
		if isAsideClause(a, below) {
			return -1
		}
		below = ancestor
	}
	return -1
}

// ClosingSpeakers returns the speakers of a clause of speech that closes the sentence of a
// token after a comma, "Lim met Okoro and left, the ministry said on Monday", wherever the
// parser hung it. Nil if there is none, or if a relative clause tells of the token.
func ClosingSpeakers(a *Article, token int) []int {
	speech := closingSpeech(a, token)
	if speech < 0 || isInRelative(a, token) {
		return nil
	}
	start := a.Segment(speech).Start
	for comma := speech - 1; comma > max(token, start) && speech-comma < MaxPhrase; comma-- {
		if a.Tokens[comma].Text != "," || comma+1 == speech {
			continue
		}
		for i := speech - 1; i > comma; i-- {
			if first, _ := a.Subtree(i); a.IsNoun(i) && first >= comma+1 || a.Tag(i) == "PRP" {
				if speakers := Speakers(a, i); len(speakers) > 0 && a.Dep(i) != "pobj" {
					return speakers
				}
			}
		}
		return nil
	}
	return nil
}

// closingSpeech returns the last verb of the sentence of a token if it is one of speech
// after it, outside quotations, with no object of its own; -1 for none.
func closingSpeech(a *Article, token int) int {
	segment := a.Segment(token)
	for i := segment.End - 1; i > token && segment.End-i < MaxPhrase; i-- {
		if !a.IsVerb(i) {
			continue
		}
		if a.IsQuoted(i) || !grammar.IsSpeech(a.Parse, i) || a.Tag(i) == "VBG" || a.Tag(i) == "VB" {
			return -1
		}
		for _, child := range a.Children(i, "dobj", "xcomp", "ccomp") {
			if child > i && !(a.TimeAt(child) != nil || IsPress(a, child)) {
				return -1
			}
		}
		return i
	}
	return -1
}

// isInRelative reports whether a relative clause tells of a token.
func isInRelative(a *Article, token int) bool {
	if a.Dep(token) == "relcl" {
		return true
	}
	for ancestor := range a.Ancestors(token) {
		if a.Dep(ancestor) == "relcl" {
			return true
		}
	}
	return false
}

// isAsideClause reports whether a clause is a relative one between commas, "Lim said that
// Okoro, who met Silva, had left", or one that closes the sentence and says on what occasion
// something is said, "Lim said that it was late, as he met Okoro": that they met is the
// writer's word.
func isAsideClause(a *Article, clause int) bool {
	first, end := a.Subtree(clause)
	if first == 0 || a.Tokens[first-1].Text != "," || a.IsQuoted(clause) {
		return false
	}
	switch a.Dep(clause) {
	case "relcl":
		return true
	case "advcl":
		mark := a.Child(clause, "mark")
		return mark >= 0 && meanwhile[a.Lower(mark)] && end >= a.Segment(clause).End-1
	}
	return false
}

// meanwhile are conjunctions before what happens at the same time.
var meanwhile = lexicon.Class("meanwhile")

// IsBothSides reports whether a phrase is of two bodies together: "the two governments",
// "both ministries".
func IsBothSides(a *Article, token int) bool {
	return a.Tag(token) == "NNS" && stateVoices[a.Lemma(token)] && a.HasChild(token, "two", "both")
}
