package who

import (
	"slices"

	"dateline/loader/grammar"
	"dateline/loader/language"
)

// finder claims the tokens of a document for names. Every token belongs to one name
// at most.
type finder struct {
	parse     *grammar.Parse
	words     *vocabulary
	text      *text
	proposals *proposals
	owner     []int  // per token: index in names, -1 for none
	names     []name // in order of their claims; an empty one was dropped
}

func newFinder(parse *grammar.Parse) *finder {
	text := newText(parse)
	return &finder{parse: parse, words: text.words, text: text, proposals: newProposals(text), owner: noneFor(len(parse.Tokens))}
}

// free reports whether no name has a token of span yet.
func (f *finder) free(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if f.owner[i] >= 0 {
			return false
		}
	}
	return span.Start < span.End
}

// claim makes span a name.
func (f *finder) claim(span language.Span, c class, e *entry) {
	f.names = append(f.names, name{Span: span, class: c, entry: e})
	f.own(span, len(f.names)-1)
}

// own gives the tokens of span to a name.
func (f *finder) own(span language.Span, index int) {
	for i := span.Start; i < span.End; i++ {
		f.owner[i] = index
	}
}

// drop gives up a name.
func (f *finder) drop(index int) {
	n := &f.names[index]
	f.own(n.Span, -1)
	n.End = n.Start
}

// extend lengthens a name to span.
func (f *finder) extend(index int, span language.Span) {
	f.own(span, index)
	f.names[index].Span = span
}

// kept returns the names that were not dropped, in the order of the text.
func (f *finder) kept() []name {
	kept := f.names[:0]
	for _, n := range f.names {
		if !n.dropped() {
			kept = append(kept, n)
		}
	}
	slices.SortFunc(kept, func(a, b name) int { return a.Start - b.Start })
	return kept
}

// dropped reports whether a claim was given up.
func (n *name) dropped() bool { return n.Start == n.End }
