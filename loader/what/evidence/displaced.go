package evidence

import (
	"strconv"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/when"
)

// eves are nouns of the day before.
var eves = lexicon.Class("eve")

// Displaced returns the time of an event that a phrase places some days before or after a
// day: "on the eve of the summit on Monday", "a day ahead of his visit on Monday". Other
// times are returned as they are.
func Displaced(a *Article, time *when.Expression, t Trigger) *graph.TimeSpan {
	span := time.TimeSpan()
	if time.EDTF.Precision() != graph.PrecisionDay {
		return span
	}
	days, from := displacement(a, time, t)
	if days == 0 {
		return span
	}
	words := strings.Fields(a.Slice(language.Span{Start: from, End: time.Span.End}))
	return &graph.TimeSpan{EDTF: graph.EDTFDay(time.EDTF.Earliest().AddDays(days)), Text: strings.Join(words, " "), Anchor: time.EDTF.Earliest()}
}

// displacement returns how many days away from a time an event is, and the first word
// that says so; 0 if none does.
func displacement(a *Article, time *when.Expression, t Trigger) (days, first int) {
	start := max(a.Segment(time.Span.Start).Start, time.Span.Start-MaxPhrase)
	for i := time.Span.Start - 1; i >= start && !a.IsVerb(i); i-- {
		if i == t.Token {
			return 0, 0
		}
		if eves[a.Lower(i)] && a.HasChild(i, "of") {
			return -1, i
		}
		length := a.TimeAt(i)
		if length == nil || length.Type != when.Duration || length.Span.End > i+1 {
			continue
		}
		n, isDays := daysOf(length.Value)
		side := sideOf(a, i+1)
		if !isDays || side == 0 || !grammar.OnlySpace(a.Parse, length.Span.End, i+1) {
			return 0, 0
		}
		return n * side, length.Span.Start
	}
	return 0, 0
}

// sideOf returns -1 if a word says "before", 1 if it says "after", else 0.
func sideOf(a *Article, i int) int {
	switch word := a.Lower(i); {
	case i >= len(a.Tokens):
		return 0
	case beforehand[word]:
		return -1
	case afterwards[word]:
		return 1
	}
	return 0
}

// Prepositions that place an event before and after what follows.
var (
	beforehand = lexicon.Class("before-event")
	afterwards = lexicon.Class("after-event")
)

// daysOf returns a length in days; false if it is none of whole days or weeks.
func daysOf(value string) (n int, ok bool) {
	if len(value) < 3 || value[0] != 'P' {
		return 0, false
	}
	n, err := strconv.Atoi(value[1 : len(value)-1])
	if err != nil {
		return 0, false
	}
	switch value[len(value)-1] {
	case 'D':
		return n, true
	case 'W':
		return 7 * n, true
	}
	return 0, false
}

// sinceThen returns the time of what has been going on, or has happened, since a day: from
// then to the day of publication. Nil if no clause of the trigger says so.
func sinceThen(a *Article, t Trigger) *graph.TimeSpan {
	verb := t.Token
	if t.IsNoun {
		verb = t.Carrier
	}
	if a.Published.IsZero() || verb < 0 || !isPerfect(a, verb) || grammar.IsNegated(a.Parse, verb) {
		return nil
	}
	for _, preposition := range a.Children(verb, "prep") {
		if a.Lower(preposition) != "since" {
			continue
		}
		time := a.TimeAt(preposition + 1)
		if time == nil || time.EDTF.IsZero() || time.EDTF.Earliest().After(a.Published) {
			return nil
		}
		first := graph.EDTFDay(time.EDTF.Earliest())
		return &graph.TimeSpan{EDTF: graph.EDTFInterval(first, graph.EDTFDay(a.Published)), Text: "since " + time.Text, Anchor: a.Published}
	}
	return nil
}

// isPerfect reports whether a verb is in the present perfect: "has been negotiating".
func isPerfect(a *Article, verb int) bool {
	for _, child := range a.Children(verb, "aux") {
		if a.Lemma(child) == "have" && a.Tag(child) != "VBD" {
			return true
		}
	}
	return false
}
