package statement

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/quote"
	"dateline/loader/what/evidence"
)

// minContent is how many tokens of content a statement has at least: "he said so" is
// none. A judgement.
const minContent = 4

// Find returns the statements that an article reports, in the order of their triggers:
// one for each speaker and sentence.
func Find(a *evidence.Article) []evidence.Finding {
	var found []evidence.Finding
	seen := map[[2]int]bool{}
	for i := range a.Tokens {
		f, ok := read(a, i)
		if !ok {
			f, ok = readAccordingTo(a, i)
		}
		if !ok {
			f, ok = readSigned(a, i)
		}
		if !ok {
			continue
		}
		key := [2]int{a.Tokens[i].Sentence, f.Participants[0].Member}
		if !seen[key] && !isToldBefore(a, f, found) {
			seen[key] = true
			found = append(found, f)
		}
	}
	return found
}

// read returns the statement of a verb of speech.
func read(a *evidence.Article, i int) (evidence.Finding, bool) {
	if !grammar.IsSpeech(a.Parse, i) || !statementVerbs[a.Lemma(i)] || a.IsQuoted(i) || grammar.IsIrrealis(a.Parse, i) || isUnderWay(a, i) || isGloss(a, i) || isSaidInContact(a, i) {
		return evidence.Finding{}, false
	}
	speaker := evidence.SpeakerOf(a, i)
	if speaker < 0 || a.IsMedium(speaker) || a.IsNameless(speaker) {
		return evidence.Finding{}, false
	}
	span, ok := wordsOf(a, i)
	if !ok {
		return evidence.Finding{}, false
	}
	f := evidence.Finding{
		Trigger: i, Status: graph.StatusAsserted, Place: -1, Quote: span,
		Time:       timeOf(a, i, speaker),
		Confidence: 0.9,
	}
	for _, member := range allSpeakers(a, i, speaker) {
		f.Participants = append(f.Participants, evidence.Participant{Member: member, Role: graph.RoleSpeaker, OnBehalfOf: -1})
	}
	for _, member := range audience(a, i, speaker) {
		if !slices.ContainsFunc(f.Participants, func(p evidence.Participant) bool { return p.Member == member }) {
			f.Participants = append(f.Participants, evidence.Participant{Member: member, Role: graph.RoleAudience, OnBehalfOf: -1})
		}
	}
	if teller := evidence.GoverningSpeaker(a, i); teller >= 0 && teller != speaker {
		f.Sources = []int{teller}
	}
	if a.Member(speaker).Nominal || !a.Mentions(span, speaker, true) {
		f.Confidence = 0.75 // a role phrase or a pronoun
	}
	return f, true
}

// timeOf returns the time at which something was said: that of its clause, or the day that
// the text is telling of.
func timeOf(a *evidence.Article, verb, speaker int) *graph.TimeSpan {
	trigger := evidence.Trigger{Token: verb, Anchor: -1, Carrier: verb}
	if time := evidence.TimeOf(a, trigger); time != nil {
		return time
	}
	if !evidence.IsNarrated(a, trigger) || evidence.HasTime(a, verb) {
		return nil
	}
	if day := evidence.NarratedDay(a, verb, false); day != nil {
		return day
	}
	return evidence.StoryDay(a, verb, []int{speaker})
}

// readAccordingTo returns the statement of "according to".
func readAccordingTo(a *evidence.Article, i int) (evidence.Finding, bool) {
	if a.IsQuoted(i) {
		return evidence.Finding{}, false
	}
	said, ok := quote.AccordingTo(a.Marks, i)
	if !ok {
		return evidence.Finding{}, false
	}
	speaker := teller(a, said.Holder)
	if speaker < 0 || len(said.Content) < minContent {
		return evidence.Finding{}, false
	}
	return evidence.Finding{
		Trigger: i, Status: graph.StatusAsserted, Place: -1, Quote: evidence.WholeQuotations(a, a.Segment(i)),
		Participants: []evidence.Participant{{Member: speaker, Role: graph.RoleSpeaker, OnBehalfOf: -1}},
		Confidence:   0.8,
	}, true
}

// readSigned returns the statement of a quotation that begins at a token and that somebody signs
// or is named above.
func readSigned(a *evidence.Article, i int) (evidence.Finding, bool) {
	q := a.Marks.At(i)
	if q < 0 || a.Marks.Spans[q].Start != i || a.Marks.Spans[q].Len() < minContent {
		return evidence.Finding{}, false
	}
	speaker := a.Byline(q)
	if speaker < 0 {
		return evidence.Finding{}, false
	}
	return evidence.Finding{
		Trigger: i, Status: graph.StatusAsserted, Place: -1, Quote: evidence.WholeQuotations(a, a.Marks.Spans[q]),
		Participants: []evidence.Participant{{Member: speaker, Role: graph.RoleSpeaker, OnBehalfOf: -1}},
		Confidence:   0.8,
	}, true
}

// teller returns the party that a source is, -1 if it is a medium, a document or nobody
// with a name.
func teller(a *evidence.Article, holder int) int {
	m, ok := a.MentionAt(holder)
	if !ok || a.Member(m.Member).Kind == graph.KindPlace || a.IsMedium(m.Member) || a.IsNameless(m.Member) {
		return -1
	}
	return m.Member
}

// allSpeakers returns a speaker and those who say the same together with it.
func allSpeakers(a *evidence.Article, i, speaker int) []int {
	all := []int{speaker}
	for _, subject := range a.Subjects(i) {
		members := evidence.Speakers(a, subject)
		if !slices.Contains(members, speaker) || a.Child(subject, "conj") < 0 {
			continue
		}
		for _, member := range members {
			if !slices.Contains(all, member) && !a.IsMedium(member) && !a.IsNameless(member) && a.Member(member).Kind != graph.KindPlace {
				all = append(all, member)
			}
		}
	}
	return all
}

// isUnderWay reports whether a verb of commitment is in the progressive: "is pledging to"
// is a stance, not something said.
func isUnderWay(a *evidence.Article, verb int) bool {
	if a.Tag(verb) != "VBG" || !committing[a.Lemma(verb)] {
		return false
	}
	for _, child := range a.Children(verb, "aux") {
		if a.Lemma(child) == "be" {
			return true
		}
	}
	return false
}

// wordsOf returns the sentence of a verb of speech with the whole of its quotations;
// false if there is too little content.
func wordsOf(a *evidence.Article, i int) (language.Span, bool) {
	span := a.Segment(i)
	content := 0
	for _, child := range a.Children(i, "ccomp", "xcomp", "parataxis", "dobj") {
		if a.Dep(child) == "dobj" && !grammar.NominalSpeech[a.Lemma(i)] {
			continue // "told the host"
		}
		first, last := a.Subtree(child)
		content = max(content, last-first)
	}
	if head := a.Head(i); head != i && (a.Dep(i) == "parataxis" || a.Dep(i) == "ccomp" && grammar.IsAside(a.Parse, i, head)) {
		content = span.End - span.Start
	}
	for q, quoted := range a.Marks.Spans {
		if a.QuoteCue(q) != i || quoted.Start >= span.End || quoted.End < span.Start && !grammar.OnlySpace(a.Parse, quoted.End, span.Start) {
			continue
		}
		content = max(content, quoted.End-quoted.Start)
		span.Start = min(span.Start, quoted.Start) // “Will it sail?” Lim asked
	}
	for q, quoted := range a.Marks.Spans {
		if a.Follows(q) == i && quoted.Start >= span.Start {
			content = max(content, quoted.End-quoted.Start)
			span.End = max(span.End, quoted.End) // "Lim said she was worried. “…”"
		}
	}
	return evidence.WholeQuotations(a, span), content >= minContent
}

// audience returns the parties to whom something is said.
func audience(a *evidence.Article, i, speaker int) []int {
	var found []int
	for _, object := range a.Children(i, "dobj", "dative") {
		if toAudience[a.Lemma(i)] {
			found = append(found, a.Parties(object, []int{speaker})...)
		}
	}
	for _, objects := range a.ObjectsOf(i, "to") {
		found = append(found, a.PartiesOf(objects, append(slices.Clone(found), speaker))...)
	}
	return found
}
