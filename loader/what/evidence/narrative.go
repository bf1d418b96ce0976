package evidence

import (
	"sort"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/when"
)

// maxNarration is how many sentences the day that a text named stays current.
// A judgement.
const maxNarration = 5

// NarratedDay returns the last day that the sentences before a token name, unless it only
// dates something said; with spoken those days count too. Nil if none is near.
func NarratedDay(a *Article, i int, spoken bool) *graph.TimeSpan {
	sentence := a.Tokens[i].Sentence
	after := sort.Search(len(a.times), func(index int) bool { return a.times[index].Span.Start >= i })
	for index := after - 1; index >= 0; index-- {
		t := &a.times[index]
		if t.EDTF.IsZero() {
			continue
		}
		if sentence-a.Tokens[t.Span.Start].Sentence > maxNarration {
			return nil
		}
		if t.EDTF.Precision() != graph.PrecisionDay || !isRecent(a, t) || !spoken && isDayOfSpeech(a, t) {
			continue
		}
		return t.TimeSpan()
	}
	return nil
}

// The first maxOpening sentences can name the day of a story, which holds for
// maxStory sentences.
const (
	maxOpening = 4
	maxStory   = 30
)

// StoryDay returns the day on which the opening of a text has one of the parties do
// something: what it narrates of them further on happened on that day too. Nil if there
// is none.
func StoryDay(a *Article, token int, parties []int) *graph.TimeSpan {
	if a.Tokens[token].Sentence > maxStory {
		return nil
	}
	for index := range a.times {
		t := &a.times[index]
		if a.Tokens[t.Span.Start].Sentence >= maxOpening || t.Span.Start > token {
			return nil
		}
		if t.EDTF.IsZero() || t.EDTF.Precision() != graph.PrecisionDay || !isRecent(a, t) || isDayOfSpeech(a, t) {
			continue
		}
		if ShareAny(a.PartiesOf(a.Subjects(a.VerbAbove(a.SpanRoot(t.Span))), nil), parties) {
			return t.TimeSpan()
		}
	}
	return nil
}

// IsStory reports whether a text is long enough to tell the news of a day, rather than a
// sentence out of one. The least length is a judgement.
func IsStory(a *Article) bool { return len(a.Sentences) >= 3 }

// IsLead reports whether a token stands in the sentence that a story begins with. What it
// narrates without a time is the news of the day: "President Lim met President Okoro".
func IsLead(a *Article, token int) bool {
	return a.Tokens[token].Sentence == 0 && IsStory(a)
}

// PublicationDay returns the day of publication as the time of what text says.
func PublicationDay(a *Article, text string) *graph.TimeSpan {
	return &graph.TimeSpan{EDTF: graph.EDTFDay(a.Published), Text: text, Anchor: a.Published}
}

// PartOfDay returns the words of a sentence that give a part of a day without naming the
// day, "in the morning"; "" for none.
func PartOfDay(a *Article, token int) string {
	span := a.Segment(token)
	for i := span.Start; i < span.End; i++ {
		if !partsOfDay[a.Lower(i)] {
			continue
		}
		preposition := a.Head(i)
		if a.TimeAt(i) != nil && !a.TimeAt(i).EDTF.IsZero() || a.Dep(i) != "pobj" || a.Lower(preposition) != "in" || !a.HasChild(i, "the") {
			continue
		}
		return a.Lower(preposition) + " the " + a.Lower(i)
	}
	return ""
}

// HasTime reports whether the segment of a token has any time that is known.
func HasTime(a *Article, i int) bool {
	span := a.Segment(i)
	for t := span.Start; t < span.End; t++ {
		if time := a.TimeAt(t); time != nil && !time.EDTF.IsZero() {
			return true
		}
	}
	return false
}

// IsNarrated reports whether the verb of a trigger is in the simple past, as in a
// narrative.
func IsNarrated(a *Article, t Trigger) bool {
	verb := t.Token
	if t.IsNoun {
		verb = t.Carrier
		if verb >= 0 && !grammar.LightVerbs[a.Lemma(verb)] && grammar.IsArgument(a.Parse, t.Token, verb) && !grammar.IsInPhrase(a.Parse, t.Token, verb) {
			return false // "the files included letters from A to B"
		}
	}
	for range grammar.MaxClimb {
		if verb < 0 {
			return false
		}
		for _, child := range a.Children(verb, "aux") {
			if a.Lemma(child) == "have" {
				return false // the perfect tells of any time
			}
		}
		switch a.Tag(verb) {
		case "VBD":
			return a.Dep(verb) != "relcl"
		case "VBG", "VB", "VBN":
			verb = a.VerbAbove(verb)
		default:
			return false
		}
	}
	return false
}

// isRecent reports whether a day can be that of the story: within a week before
// publication, if that is known.
func isRecent(a *Article, t *when.Expression) bool {
	if a.Published.IsZero() {
		return true
	}
	days := a.Published.DaysSince(t.EDTF.Earliest())
	return days >= 0 && days <= 7
}

// isDayOfSpeech reports whether an expression dates a verb of speech, or none in the past
// tense.
func isDayOfSpeech(a *Article, t *when.Expression) bool {
	verb := a.VerbAbove(a.SpanRoot(t.Span))
	return verb < 0 || grammar.SpeechVerbs[a.Lemma(verb)] || a.Tag(verb) != "VBD"
}
