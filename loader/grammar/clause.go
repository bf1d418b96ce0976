package grammar

import (
	"strings"

	"dateline/loader/language"
)

// Segment returns the part of a token's sentence that stands in its line: the parser may
// join a headline to the sentence after it.
func (p *Parse) Segment(i int) language.Span {
	span := p.SentenceOf(i)
	for t := i; t > span.Start; t-- {
		if strings.Contains(p.Tokens[t-1].Text, "\n") {
			span.Start = t
			break
		}
	}
	for t := i + 1; t < span.End; t++ {
		if strings.Contains(p.Tokens[t].Text, "\n") {
			span.End = t
			break
		}
	}
	return span
}

// Verbatim returns the exact text of a span without white space at its ends, and its
// place in code points; "" for an empty span.
func Verbatim(p *Parse, span language.Span) (start, end int, text string) {
	for span.Start < span.End && p.IsSpace(span.Start) {
		span.Start++
	}
	for span.End > span.Start && p.IsSpace(span.End-1) {
		span.End--
	}
	if span.Start >= span.End {
		return 0, 0, ""
	}
	return p.Tokens[span.Start].Start, p.Tokens[span.End-1].End, p.Slice(span)
}

// Length returns the length of a span's text in code points.
func Length(p *Parse, span language.Span) int {
	start, end, _ := Verbatim(p, span)
	return end - start
}

// ClauseIn returns the part of a sentence that depends on a token.
func ClauseIn(p *Parse, span language.Span, top int) language.Span {
	first, last := p.Subtree(top)
	return language.Span{Start: max(first, span.Start), End: min(last, span.End)}
}

// WithoutComplementizer returns a clause without the "that" that begins it.
func WithoutComplementizer(p *Parse, clause language.Span) language.Span {
	if clause.Start+1 < clause.End && p.Lower(clause.Start) == "that" && p.Dep(clause.Start) == "mark" {
		clause.Start++
	}
	return clause
}

// BetweenSemicolons returns the part of a sentence around a token.
func BetweenSemicolons(p *Parse, span language.Span, i int) language.Span {
	for t := i; t > span.Start; t-- {
		if p.Tokens[t-1].Text == ";" {
			span.Start = t
			break
		}
	}
	for t := i; t < span.End; t++ {
		if p.Tokens[t].Text == ";" {
			span.End = t
			break
		}
	}
	return span
}

// Unbroken extends a sentence to the left while what precedes it in its line ends without
// a stop, since the parser then cut one sentence in two. The result is at most limit
// code points long, unless the sentence itself is longer.
func Unbroken(p *Parse, span language.Span, limit int) language.Span {
	for {
		before := span.Start - 1
		for before >= 0 && p.IsSpace(before) && !strings.Contains(p.Tokens[before].Text, "\n") {
			before--
		}
		if before < 0 || strings.ContainsAny(p.Tokens[before].Text, "\n.?!…:;”\"’'") || IsDash(p.Tokens[before].Text) {
			break
		}
		whole := language.Span{Start: p.Segment(span.Start - 1).Start, End: span.End}
		if whole.Start >= span.Start || Length(p, whole) > limit {
			break
		}
		span = whole
	}
	return span
}

// IsDash reports whether a token's text is a dash or slash.
func IsDash(text string) bool {
	switch text {
	case "-", "--", "---", "–", "—", "/", "‑":
		return true
	}
	return false
}

// IsQuestion reports whether a question mark ends the sentence of a token.
func IsQuestion(p *Parse, i int) bool {
	span := p.Segment(i)
	for t := i; t < span.End; t++ {
		switch p.Tokens[t].Text {
		case "?":
			return t == 0 || p.Tokens[t-1].Text != "."
		case "”", "\"":
			return false
		}
	}
	return false
}

// Opening returns the first word of a token's segment.
func Opening(p *Parse, token int) int {
	start := p.Segment(token).Start
	for start < token && p.IsSpace(start) {
		start++
	}
	return start
}

// VerbBetween reports whether a verb stands between two tokens, the first included.
func VerbBetween(p *Parse, from, to int) bool {
	for i := from; i < to; i++ {
		if p.IsVerb(i) {
			return true
		}
	}
	return false
}

// BreakBetween reports whether a line ends between two tokens.
func BreakBetween(p *Parse, from, to int) bool {
	for i := max(from, 0); i < to && i < len(p.Tokens); i++ {
		if strings.Contains(p.Tokens[i].Text, "\n") {
			return true
		}
	}
	return false
}

// StartsLine reports whether a line begins at a token.
func StartsLine(p *Parse, i int) bool { return i == 0 || strings.Contains(p.Tokens[i-1].Text, "\n") }

// OnlySpace reports whether there is nothing but white space between two tokens, the first
// included.
func OnlySpace(p *Parse, from, to int) bool {
	for i := from; i < to; i++ {
		if !p.IsSpace(i) {
			return false
		}
	}
	return true
}

// IsVerbal reports whether a token heads a clause: a verb, or a predicate with a subject.
func IsVerbal(p *Parse, i int) bool {
	return p.IsVerb(i) || p.Child(i, "nsubj", "nsubjpass", "cop") >= 0
}
