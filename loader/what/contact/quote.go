package contact

import (
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/what/evidence"
)

// maxQuote is the length, in code points, above which a sentence is cut to the clause of
// the trigger and its parties. A judgement.
const maxQuote = 320

// quoteOf returns the words that a contact rests on: its sentence; if that is long the
// part between semicolons, else the clause, with the verb that reports it unless that is
// too long as well.
func quoteOf(a *evidence.Article, c *draft) language.Span {
	span := grammar.Unbroken(a.Parse, a.Segment(c.trigger), maxQuote)
	if grammar.Length(a.Parse, span) <= maxQuote {
		return span
	}
	if part := grammar.BetweenSemicolons(a.Parse, span, c.trigger); grammar.Length(a.Parse, part) <= maxQuote && holdsParties(a, part, c) {
		return part
	}
	top := c.trigger
	for range grammar.MaxClimb {
		clause := grammar.ClauseIn(a.Parse, span, top)
		if holdsParties(a, clause, c) {
			if report := grammar.ClauseIn(a.Parse, span, a.Head(top)); a.Dep(top) == "ccomp" && grammar.Length(a.Parse, report) <= maxQuote {
				return report
			}
			return grammar.WithoutComplementizer(a.Parse, clause)
		}
		if a.Head(top) == top {
			break
		}
		top = a.Head(top)
	}
	return span
}

// holdsParties reports whether a span mentions every party of a contact.
func holdsParties(a *evidence.Article, span language.Span, c *draft) bool {
	for _, member := range c.all() {
		if !a.Mentions(span, member, false) {
			return false
		}
	}
	return true
}
