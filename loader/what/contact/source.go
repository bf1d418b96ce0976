package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// sourcesOf returns on whose word the article reports a contact: the speaker of its
// quotation, the subject of the verb of speech that governs it, or who "according to"
// names. A person who speaks for a body takes the place of that.
func sourcesOf(a *evidence.Article, c *draft) []int {
	sources := namedSources(a, c)
	if len(sources) == 0 && c.means == graph.MeansMessage {
		sources = evidence.Publishers(a)
	}
	if len(sources) != 1 {
		return sources
	}
	if speaker := evidence.SpokespersonOf(a, sources[0], c.trigger); speaker >= 0 {
		return []int{speaker}
	}
	return sources
}

// namedSources returns the sources that the sentence itself names.
func namedSources(a *evidence.Article, c *draft) []int {
	if speaker := a.QuotedSpeaker(c.trigger); speaker >= 0 {
		return []int{speaker}
	}
	var sources []int
	if speech := evidence.GoverningSpeech(a, c.trigger); speech >= 0 {
		sources = speakersOf(a, speech, c)
	}
	others := accordingTo(a, c.trigger)
	if len(sources) == 0 && len(others) == 0 {
		sources = evidence.ClosingSpeakers(a, c.trigger)
	}
	if len(sources) == 0 && len(others) == 0 {
		sources = describersOf(a, c)
	}
	return append(sources, evidence.Without(others, sources)...) // "Lim said, according to Radio North"
}

// describersOf returns who describes a contact in a phrase beside it: "spoke in what the
// ministry called a frank conversation".
func describersOf(a *evidence.Article, c *draft) []int {
	for _, preposition := range a.Children(c.trigger, "prep") {
		for _, clause := range a.Children(preposition, "pcomp") {
			if a.HasChild(clause, "what") && grammar.IsSpeech(a.Parse, clause) && !grammar.IsPassive(a.Parse, clause) {
				if speaker := evidence.SpeakerOf(a, clause); speaker >= 0 {
					return []int{speaker}
				}
			}
		}
	}
	return nil
}

// speakersOf returns all speakers of a verb of speech. "The two sides" are the parties of
// the contact, unless the article names others.
func speakersOf(a *evidence.Article, speech int, c *draft) []int {
	for _, subject := range a.Subjects(speech) {
		members := evidence.Speakers(a, subject)
		if evidence.IsBothSides(a, subject) {
			if len(members) < 2 {
				members = c.all()
			}
			return slices.Clone(members)
		}
		if evidence.Writings[a.Lemma(subject)] {
			if media := mediaOf(a, subject); len(media) > 0 {
				return media
			}
		}
	}
	speaker := evidence.SpeakerOf(a, speech)
	if speaker < 0 {
		return evidence.SpeakersBeside(a, speech)
	}
	for _, subject := range a.Subjects(speech) {
		if members := evidence.Speakers(a, subject); len(members) > 1 && members[0] == speaker && (len(a.Conjuncts(subject)) > 1 || evidence.Writings[a.Lemma(subject)]) {
			return slices.Clone(members) // "Lim and Okoro said"
		}
	}
	return []int{speaker}
}

// mediaOf returns the medium that published a report.
func mediaOf(a *evidence.Article, report int) []int {
	for _, objects := range a.ObjectsOf(report, "from", "by", "in") {
		if m, ok := a.MentionAt(objects[0]); ok && a.IsMedium(m.Member) {
			return []int{m.Member}
		}
	}
	return nil
}

// accordingTo returns who is named after "according to" in the segment of a trigger.
func accordingTo(a *evidence.Article, trigger int) []int {
	span := a.Segment(trigger)
	for i := span.Start; i+1 < span.End; i++ {
		if a.Lower(i) != "according" || a.Lower(i+1) != "to" {
			continue
		}
		for _, object := range a.Children(i+1, "pobj") {
			if members := evidence.Speakers(a, object); len(members) > 0 {
				return slices.Clip(members[:1])
			}
			if evidence.Writings[a.Lemma(object)] && grammar.IsDefinite(a.Parse, object) {
				return lastSource(a, span.Start)
			}
		}
	}
	return nil
}

// lastSource returns the nearest speaker in the two sentences before a token: "the
// statement" is theirs.
func lastSource(a *evidence.Article, before int) []int {
	for i := before - 1; i >= 0 && a.Tokens[before].Sentence-a.Tokens[i].Sentence <= 2; i-- {
		if !a.IsQuoted(i) && grammar.IsSpeech(a.Parse, i) {
			if speaker := evidence.SpeakerOf(a, i); speaker >= 0 {
				return []int{speaker}
			}
		}
	}
	return nil
}
