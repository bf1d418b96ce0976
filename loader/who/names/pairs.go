package names

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
)

// pairs are two names with a dash between.
type pairs struct{ *workspace }

// dropPairs parts names of people that are two people's with a dash between: "the
// Silva-Boom meeting" where both stand alone elsewhere.
func (f pairs) dropPairs() {
	for index := range f.names {
		n := &f.names[index]
		dash := f.dashIn(n.Span)
		if n.dropped() || n.Class != Person || dash < 0 {
			continue
		}
		first, second := language.Span{Start: n.Start, End: dash}, language.Span{Start: dash + 1, End: n.End}
		if !f.endsOtherName(first, index) || !f.endsOtherName(second, index) {
			continue
		}
		f.drop(index)
		f.claim(first, Person, nil)
		f.claim(second, Person, nil)
	}
}

// dashIn returns the only dash in a span, -1 if there is none or more than one, or if it
// ends the span.
func (f pairs) dashIn(span language.Span) int {
	found := -1
	for i := span.Start; i < span.End; i++ {
		if !grammar.IsDash(f.parse.Tokens[i].Text) {
			continue
		}
		if found >= 0 || i == span.Start || i+1 == span.End {
			return -1
		}
		found = i
	}
	return found
}

// endsOtherName reports whether another person's name ends in the words of a span, without a
// dash before them.
func (f pairs) endsOtherName(span language.Span, index int) bool {
	form := " " + f.clues.fold(span)
	for other, n := range f.names {
		if other == index || n.dropped() || n.Class != Person || f.dashIn(n.Span) >= 0 {
			continue
		}
		if strings.HasSuffix(" "+f.clues.fold(n.Span), form) {
			return true
		}
	}
	return false
}
