package names

import (
	"slices"

	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// claims are the tokens of a document that are taken for names. Every token belongs to
// one name at most.
type claims struct {
	owner []int  // per token: index in names, -1 for none
	names []Name // in order of their claims; an empty one was dropped
}

// free reports whether no name has a token of span yet.
func (c *claims) free(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if c.owner[i] >= 0 {
			return false
		}
	}
	return span.Start < span.End
}

// claim makes span a name.
func (c *claims) claim(span language.Span, of Class, e *vocabulary.Entry) {
	c.names = append(c.names, Name{Span: span, Class: of, Entry: e})
	c.own(span, len(c.names)-1)
}

// own gives the tokens of span to a name.
func (c *claims) own(span language.Span, index int) {
	for i := span.Start; i < span.End; i++ {
		c.owner[i] = index
	}
}

// drop gives up a name.
func (c *claims) drop(index int) {
	n := &c.names[index]
	c.own(n.Span, -1)
	n.End = n.Start
}

// extend lengthens a name to span.
func (c *claims) extend(index int, span language.Span) {
	c.own(span, index)
	c.names[index].Span = span
}

// kept returns the names that were not dropped, in the order of the text.
func (c *claims) kept() []Name {
	kept := c.names[:0]
	for _, n := range c.names {
		if !n.dropped() {
			kept = append(kept, n)
		}
	}
	slices.SortFunc(kept, func(a, b Name) int { return a.Start - b.Start })
	return kept
}

// dropped reports whether a claim was given up.
func (n *Name) dropped() bool { return n.Start == n.End }
