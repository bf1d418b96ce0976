package what

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// maxQuote is the length, in code points, above which a sentence is cut to the
// clause that holds the trigger and the parties.
const maxQuote = 320

// segment gives the sentence of a token, cut at line breaks.
func (r *reading) segment(i int) language.Span {
	span := r.doc.SentenceOf(i)
	for t := i; t > span.Start; t-- {
		if strings.Contains(r.doc.Tokens[t-1].Text, "\n") {
			span.Start = t
			break
		}
	}
	for t := i + 1; t < span.End; t++ {
		if strings.Contains(r.doc.Tokens[t].Text, "\n") {
			span.End = t
			break
		}
	}
	return span
}

// quoteOf gives the words that a contact rests on: its sentence, or of a long one
// the clause.
func (r *reading) quoteOf(c *contact) language.Span {
	span := r.segment(c.trigger)
	if r.length(span) <= maxQuote {
		return span
	}
	top := c.trigger
	for range maxClimb {
		first, last := r.doc.Subtree(top)
		clause := language.Span{Start: max(first, span.Start), End: min(last, span.End)}
		if r.holdsParties(clause, c) {
			return clause
		}
		if r.head(top) == top {
			break
		}
		top = r.head(top)
	}
	return span
}

func (r *reading) length(span language.Span) int {
	start, end, _ := r.words(span)
	return end - start
}

// holdsParties tells whether a span mentions every party of a contact.
func (r *reading) holdsParties(span language.Span, c *contact) bool {
	for _, member := range c.all() {
		if !r.mentions(span, member, false) {
			return false
		}
	}
	return true
}

// mentions tells whether a span of tokens mentions a member, by name if named is
// set.
func (r *reading) mentions(span language.Span, member int, named bool) bool {
	for i := span.Start; i < span.End; i++ {
		if m, ok := r.cast.At(i); ok && m.Member == member && (!named || m.Form == graph.MentionName) {
			return true
		}
	}
	return false
}
