package what

import (
	"sort"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/when"
)

// maxNarration is how many sentences a day that was named stays the day that a
// text tells of.
const maxNarration = 5

// timeFromContext returns the time of a contact that its own clause does not date:
// the day that the text is telling of, for what it narrates in the simple past
// and for "earlier in the day"; the day of publication for what is going on as
// it is written. Nil where the text gives no such day.
func (r *reading) timeFromContext(c *contact) *graph.TimeSpan {
	if modeOf(c.status) != graph.StatusAsserted {
		return nil
	}
	if r.isGoingOn(c) && !r.article.Published.IsZero() {
		return r.published("")
	}
	if part := r.partOfDay(c); part != "" {
		if day := orElse(r.narratedDay(c.trigger, false), r.storyDay(c)); day != nil {
			return day
		}
		if day := r.narratedDay(c.trigger, true); day != nil {
			return day
		}
		if !r.article.Published.IsZero() {
			return r.published(part)
		}
	}
	if r.isNarrated(c) && !r.hasTime(c.trigger) {
		return orElse(r.narratedDay(c.trigger, false), r.storyDay(c))
	}
	return nil
}

// The first maxOpening sentences can name the day of a story, which holds for
// maxStory sentences.
const (
	maxOpening = 4
	maxStory   = 30
)

// storyDay returns the day on which the opening of a text has a party of the
// contact do something: what the text narrates of the same person further on
// happened on it. Nil for none.
func (r *reading) storyDay(c *contact) *graph.TimeSpan {
	if r.Tokens[c.trigger].Sentence > maxStory {
		return nil
	}
	for index := range r.times {
		t := &r.times[index]
		if r.Tokens[t.Span.Start].Sentence >= maxOpening || t.Span.Start > c.trigger {
			return nil
		}
		if t.EDTF.IsZero() || t.EDTF.Precision() != graph.PrecisionDay || !r.isRecent(t) || r.isDayOfSpeech(t) {
			continue
		}
		if sharesAny(r.partiesOf(r.doers(r.VerbAbove(r.SpanRoot(t.Span))), nil), c.all()) {
			return t.TimeSpan()
		}
	}
	return nil
}

func (r *reading) published(text string) *graph.TimeSpan {
	return &graph.TimeSpan{EDTF: graph.EDTFDay(r.article.Published), Text: text, Anchor: r.article.Published}
}

// isGoingOn reports whether a verb is in the progressive present: "is hosting B".
func (r *reading) isGoingOn(c *contact) bool {
	if c.noun != nil || c.direction != inward || r.Tag(c.trigger) != "VBG" {
		return false
	}
	for _, child := range r.Children(c.trigger, "aux") {
		if tag := r.Tag(child); tag == "VBZ" || tag == "VBP" {
			return true
		}
	}
	return false
}

// partOfDay returns the words that place a contact in a day without naming it:
// "earlier in the day", "in the morning".
func (r *reading) partOfDay(c *contact) string {
	span := r.Segment(c.trigger)
	for i := span.Start; i < span.End; i++ {
		switch r.Lower(i) {
		case "day", "morning", "afternoon", "evening":
		default:
			continue
		}
		preposition := r.Head(i)
		if r.timeAt[i] >= 0 && !r.times[r.timeAt[i]].EDTF.IsZero() || r.Dep(i) != "pobj" || r.Lower(preposition) != "in" || !r.HasChild(i, "the") {
			continue
		}
		return r.Lower(preposition) + " the " + r.Lower(i)
	}
	return ""
}

// isNarrated reports whether a contact is told in the simple past, by a verb of its
// own or that which carries it.
func (r *reading) isNarrated(c *contact) bool {
	verb := c.trigger
	if c.noun != nil {
		verb = c.carrier
		if verb >= 0 && !grammar.LightVerbs[r.Lemma(verb)] && grammar.IsArgument(r.Parse, c.trigger, verb) && !grammar.IsInPhrase(r.Parse, c.trigger, verb) {
			return false // "the files included letters from A to B"
		}
	}
	for range grammar.MaxClimb {
		if verb < 0 {
			return false
		}
		for _, child := range r.Children(verb, "aux") {
			if r.Lemma(child) == "have" {
				return false // the perfect tells of any time
			}
		}
		switch r.Tag(verb) {
		case "VBD":
			return r.Dep(verb) != "relcl"
		case "VBG", "VB", "VBN":
			verb = r.VerbAbove(verb)
		default:
			return false
		}
	}
	return false
}

// hasTime reports whether the sentence of a token names any time.
func (r *reading) hasTime(i int) bool {
	span := r.Segment(i)
	for t := span.Start; t < span.End; t++ {
		if index := r.timeAt[t]; index >= 0 && !r.times[index].EDTF.IsZero() {
			return true
		}
	}
	return false
}

// narratedDay returns the last day that the sentences before a token name, unless
// they give it only as the day on which something was said; with spoken set, that
// counts too. Nil for none near.
func (r *reading) narratedDay(i int, spoken bool) *graph.TimeSpan {
	sentence := r.Tokens[i].Sentence
	after := sort.Search(len(r.times), func(index int) bool { return r.times[index].Span.Start >= i })
	for index := after - 1; index >= 0; index-- {
		t := &r.times[index]
		if t.EDTF.IsZero() {
			continue
		}
		if sentence-r.Tokens[t.Span.Start].Sentence > maxNarration {
			return nil
		}
		if t.EDTF.Precision() != graph.PrecisionDay || !r.isRecent(t) || !spoken && r.isDayOfSpeech(t) {
			continue
		}
		return t.TimeSpan()
	}
	return nil
}

// isRecent reports whether a day can be that of the story: in the week before
// publication, where that is known.
func (r *reading) isRecent(t *when.Expression) bool {
	if r.article.Published.IsZero() {
		return true
	}
	days := r.article.Published.DaysSince(t.EDTF.Earliest())
	return days >= 0 && days <= 7
}

// isDayOfSpeech reports whether an expression dates a verb of speech.
func (r *reading) isDayOfSpeech(t *when.Expression) bool {
	verb := r.VerbAbove(r.SpanRoot(t.Span))
	return verb < 0 || grammar.SpeechVerbs[r.Lemma(verb)] || r.Tag(verb) != "VBD"
}
