package what

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// maxQuote is the length, in code points, above which a sentence is cut to the
// clause that holds the trigger and the parties.
const maxQuote = 320

// segment returns the sentence of a token, cut at line breaks.
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

// quoteOf returns the words that a contact rests on: its sentence; of a long one the
// part between semicolons, else the clause, with the verb that reports it where
// that is not long either.
func (r *reading) quoteOf(c *contact) language.Span {
	span := r.unbroken(r.segment(c.trigger))
	if r.length(span) <= maxQuote {
		return span
	}
	if part := r.betweenSemicolons(span, c.trigger); r.length(part) <= maxQuote && r.holdsParties(part, c) {
		return part
	}
	top := c.trigger
	for range maxClimb {
		clause := r.clauseIn(span, top)
		if r.holdsParties(clause, c) {
			if report := r.clauseIn(span, r.head(top)); r.dep(top) == "ccomp" && r.length(report) <= maxQuote {
				return report
			}
			return r.withoutComplementizer(clause)
		}
		if r.head(top) == top {
			break
		}
		top = r.head(top)
	}
	return span
}

// clauseIn returns the words below a token inside a sentence.
func (r *reading) clauseIn(span language.Span, top int) language.Span {
	first, last := r.doc.Subtree(top)
	return language.Span{Start: max(first, span.Start), End: min(last, span.End)}
}

// withoutComplementizer drops the "that" with which a clause begins.
func (r *reading) withoutComplementizer(clause language.Span) language.Span {
	if clause.Start+1 < clause.End && r.lower(clause.Start) == "that" && r.dep(clause.Start) == "mark" {
		clause.Start++
	}
	return clause
}

// unbroken returns a sentence with its beginning where the parser broke it off: what
// comes before it in its line ends in no stop.
func (r *reading) unbroken(span language.Span) language.Span {
	for {
		before := span.Start - 1
		for before >= 0 && isSpace(r.doc.Tokens[before]) && !strings.Contains(r.doc.Tokens[before].Text, "\n") {
			before--
		}
		if before < 0 || strings.ContainsAny(r.doc.Tokens[before].Text, "\n.?!…:;”\"’'") || isDash(r.doc.Tokens[before].Text) {
			break
		}
		whole := language.Span{Start: r.segment(span.Start - 1).Start, End: span.End}
		if whole.Start >= span.Start || r.length(whole) > maxQuote {
			break
		}
		span = whole
	}
	return span
}

// betweenSemicolons returns the part of a sentence around a token.
func (r *reading) betweenSemicolons(span language.Span, i int) language.Span {
	for t := i; t > span.Start; t-- {
		if r.doc.Tokens[t-1].Text == ";" {
			span.Start = t
			break
		}
	}
	for t := i; t < span.End; t++ {
		if r.doc.Tokens[t].Text == ";" {
			span.End = t
			break
		}
	}
	return span
}

func (r *reading) length(span language.Span) int {
	start, end, _ := r.words(span)
	return end - start
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
