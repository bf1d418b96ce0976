package what

import (
	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
)

// maxQuote is the length, in code points, above which a sentence is cut to the
// clause that holds the trigger and the parties.
const maxQuote = 320

// quoteOf returns the words that a contact rests on: its sentence; of a long one the
// part between semicolons, else the clause, with the verb that reports it where
// that is not long either.
func (r *reading) quoteOf(c *contact) language.Span {
	span := grammar.Unbroken(r.Parse, r.Segment(c.trigger), maxQuote)
	if grammar.Length(r.Parse, span) <= maxQuote {
		return span
	}
	if part := grammar.BetweenSemicolons(r.Parse, span, c.trigger); grammar.Length(r.Parse, part) <= maxQuote && r.holdsParties(part, c) {
		return part
	}
	top := c.trigger
	for range grammar.MaxClimb {
		clause := grammar.ClauseIn(r.Parse, span, top)
		if r.holdsParties(clause, c) {
			if report := grammar.ClauseIn(r.Parse, span, r.Head(top)); r.Dep(top) == "ccomp" && grammar.Length(r.Parse, report) <= maxQuote {
				return report
			}
			return grammar.WithoutComplementizer(r.Parse, clause)
		}
		if r.Head(top) == top {
			break
		}
		top = r.Head(top)
	}
	return span
}

// holdsParties reports whether a span mentions every party of a contact.
func (r *reading) holdsParties(span language.Span, c *contact) bool {
	for _, member := range c.all() {
		if !r.mentions(span, member, false) {
			return false
		}
	}
	return true
}

// mentions reports whether a span of tokens mentions a member, by name if named is
// set.
func (r *reading) mentions(span language.Span, member int, named bool) bool {
	for i := span.Start; i < span.End; i++ {
		if m, ok := r.cast.At(i); ok && m.Member == member && (!named || m.Form == graph.MentionName) {
			return true
		}
	}
	return false
}
