package when

import (
	"dateline/graph"
	"dateline/loader/language"
)

// Type is a TIMEX3 type.
type Type string

// The four types of ISO-TimeML.
const (
	Date     Type = "DATE"     // a day or something longer
	Time     Type = "TIME"     // finer than a day
	Duration Type = "DURATION" // a length of time
	Set      Type = "SET"      // a repetition
)

// Expression is one time expression of a document: a TIMEX3 with an EDTF span.
type Expression struct {
	Span       language.Span // tokens
	Start, End int           // code points of the document's text
	Text       string        // the text from Start to End
	Type       Type
	Value      string // TIMEX3 value: 2026-02-10, 2026-W06, P3D, PAST_REF, XXXX-WXX-1
	Mod        string // TIMEX3 mod: START, MID, END, APPROX and others; "" for none
	// EDTF is the days that it can mean. Either end of a range has the days of the
	// whole range. It is zero where the expression has no place in the calendar: most
	// durations, sets, PAST_REF, and whatever is counted from an unknown day.
	EDTF graph.EDTF
	// Anchor is the day that a relative expression was counted from; zero for an
	// absolute one.
	Anchor graph.Date

	words string // Text, or the whole range that it is an end of: "between March and May"
}

// TimeSpan returns the expression as a graph.TimeSpan, or nil if its EDTF is zero.
func (e Expression) TimeSpan() *graph.TimeSpan {
	if e.EDTF.IsZero() {
		return nil
	}
	return &graph.TimeSpan{EDTF: e.EDTF, Text: e.words, Anchor: e.Anchor}
}

// Find returns the time expressions of a document, in order and without overlap. Where
// published is zero, expressions relative to it have no EDTF.
func Find(doc *language.Document, published graph.Date) []Expression {
	words := split(doc)
	found := siblings(words, join(words, scan(words)))
	c := context{published: published, dayFirst: orderOf(found)}
	var expressions []Expression
	for i, candidate := range found {
		span := tokensOf(words, candidate)
		c.before = textAt(words, candidate.start-1)
		c.tense = tenseOf(doc, span, c.before)
		isOfNoun, isOfGathering := ofNoun(doc, span)
		c.isOfNoun, c.isAwaited = isOfNoun, isAwaited(doc, span)
		if isOfGathering && c.tense == unknownTense {
			c.tense = future
		}
		c.sentence = doc.Tokens[span.Start].Sentence
		r := constrain(words, found, i, c.previous).resolve(&c)
		c.remember(r)
		expressions = append(expressions, newExpression(doc, words, candidate, r))
	}
	bound(doc, words, found, expressions)
	return expressions
}

// tokensOf returns the tokens that a candidate touches.
func tokensOf(words []word, c candidate) language.Span {
	return language.Span{Start: words[c.start].token, End: words[c.end-1].token + 1}
}

// remember keeps what later expressions may be counted from.
func (c *context) remember(r resolution) {
	u := max(r.period.unit, r.unplaced)
	if u == noUnit || r.isAside {
		return
	}
	// A date without a place in the calendar leaves the next one without an anchor.
	c.previous = r.period
	switch u {
	case quarter:
		c.quarter, c.hasQuarter = r.period, true
	case day:
		c.lastDay = r.period
		if r.anchor.IsZero() {
			c.told = story{r.period, c.sentence}
		}
	}
}

func newExpression(doc *language.Document, words []word, c candidate, r resolution) Expression {
	first, last := words[c.start], words[c.end-1]
	text := doc.Text[first.from:last.to]
	return Expression{
		Span: tokensOf(words, c), Start: first.start, End: last.end, Text: text, words: text,
		Type: r.kind, Value: r.value, Mod: r.mod, EDTF: r.edtf, Anchor: r.anchor,
	}
}
