package evidence

import (
	"slices"
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
	r, ok := relationBefore(a, time.Span.Start, t)
	if !ok || r.first <= t.Token && t.Token < time.Span.Start {
		return time.TimeSpan()
	}
	return r.shift(a, time, r.days)
}

// relation is a phrase that places one event some days before or after another.
type relation struct {
	first int // its first word
	last  int // its last word: "before", "after"
	days  int // from what follows the phrase to what it modifies; 0 if it does not say how many
}

// shift returns a day some days on, which must be in the calendar; others as they are.
func (r relation) shift(a *Article, time *when.Expression, days int) *graph.TimeSpan {
	if days == 0 || time.EDTF.Precision() != graph.PrecisionDay {
		return time.TimeSpan()
	}
	words := a.Slice(language.Span{Start: min(r.first, time.Span.Start), End: max(r.last+1, time.Span.End)})
	day := time.EDTF.Earliest()
	return &graph.TimeSpan{EDTF: graph.EDTFDay(day.AddDays(days)), Text: strings.Join(strings.Fields(words), " "), Anchor: day}
}

// maxRelation is how many words after a relation what it relates to may stand. A judgement.
const maxRelation = 15

// relationBefore returns the relation that a word stands under, in a phrase or a clause of
// its own: "weeks after Lim met". The verb of the trigger may stand between, no other.
func relationBefore(a *Article, word int, t Trigger) (relation, bool) {
	start := max(a.SentenceOf(word).Start, word-maxRelation)
	for i := word - 1; i > start && !strings.Contains(a.Tokens[i].Text, "\n"); i-- {
		isVerb := a.IsVerb(i) && a.Dep(i) != "aux" && a.Dep(i) != "prep"
		if isVerb && i != t.Carrier && i != t.Token || a.Tokens[i].POS == "PUNCT" {
			break
		}
		if a.Lower(i) == "of" && eves[a.Lower(i-1)] {
			return relation{i - 1, i, -1}, true
		}
		if side := sideOf(a, i); side != 0 {
			return lengthBefore(a, i, side)
		}
	}
	return relation{}, false
}

// lengthBefore returns the relation of "before" or "after" with the length of time before
// it; false if none stands there.
func lengthBefore(a *Article, preposition, side int) (relation, bool) {
	if preposition == 0 {
		return relation{}, false
	}
	length := a.TimeAt(preposition - 1)
	if length != nil && length.Type == when.Duration {
		n, _ := daysOf(length.Value)
		return relation{length.Span.Start, preposition, n * side}, true
	}
	if lengths[a.Lower(preposition-1)] {
		return relation{preposition - 1, preposition, 0}, true
	}
	return relation{}, false
}

// lengths are units of time that without a number say that it was long: "weeks after".
var lengths = lexicon.Class("length")

// fromAnother returns the time of an event to which the text relates another that has a
// time: "flew out on Tuesday, a day ahead of talks with Okoro". It returns true if it is
// so related, and nil if the time does not follow from it: "weeks after".
func fromAnother(a *Article, t Trigger) (time *graph.TimeSpan, isRelated bool) {
	r, ok := relationBefore(a, t.Token, t)
	if !ok {
		return nil, false
	}
	segment := a.Segment(t.Token)
	for _, index := range timesIn(a, language.Span{Start: r.last + 1, End: segment.End}) {
		if !a.times[index].EDTF.IsZero() {
			return nil, false // it may have a time of its own
		}
	}
	for _, index := range slices.Backward(timesIn(a, language.Span{Start: segment.Start, End: r.first})) {
		if other := &a.times[index]; r.days != 0 && other.EDTF.Precision() == graph.PrecisionDay {
			return r.shift(a, other, -r.days), true
		}
	}
	return nil, true
}

// IsOfLater reports whether a time is of another event, before which the trigger's was, but
// nothing says how long: "spoke ahead of a summit on Friday".
func IsOfLater(a *Article, time *when.Expression, t Trigger) bool {
	hasNoun := false
	start := max(a.SentenceOf(time.Span.Start).Start, time.Span.Start-maxRelation)
	for i := time.Span.Start - 1; i > start && i != t.Token; i-- {
		switch {
		case a.IsVerb(i) && a.Dep(i) != "prep" || a.Lower(i) == "," || strings.Contains(a.Tokens[i].Text, "\n"):
			return false
		case beforehand[a.Lower(i)]:
			_, isLong := lengthBefore(a, i, -1)
			return hasNoun && !isLong
		case a.IsNoun(i):
			hasNoun = true
		}
	}
	return false
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

// LaterThan returns the day that lies a length of time after another: "three days later". Nil if
// the other is no day or the length is not of whole days or weeks.
func LaterThan(before *graph.TimeSpan, length *when.Expression) *graph.TimeSpan {
	if before == nil || before.EDTF.Precision() != graph.PrecisionDay {
		return nil
	}
	n, ok := daysOf(length.Value)
	if !ok {
		return nil
	}
	day := before.EDTF.Earliest()
	return &graph.TimeSpan{EDTF: graph.EDTFDay(day.AddDays(n)), Text: length.Text, Anchor: day}
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
