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
	// EDTF is the days that it can mean. An end of a range has those of the whole
	// range. It is zero where it cannot be placed: most durations, sets, PAST_REF,
	// and what is counted from an unknown day.
	EDTF graph.EDTF
	// Anchor is the day that a relative expression was counted from; zero for an
	// absolute one.
	Anchor graph.Date

	words string // with the words that make a range of it: "between March and May"
}

// TimeSpan returns the expression as the graph keeps times, nil where its EDTF is
// zero.
func (e Expression) TimeSpan() *graph.TimeSpan {
	if e.EDTF.IsZero() {
		return nil
	}
	return &graph.TimeSpan{EDTF: e.EDTF, Text: e.words, Anchor: e.Anchor}
}

// Find finds the time expressions of a document, in order and without overlap.
// With published zero nothing is counted from the day of publication: what is
// relative to it has no EDTF.
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
		c.isOfNoun = isOfNoun
		if isOfGathering && c.tense == unknownTense {
			c.tense = future
		}
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

// remember keeps what later expressions can be counted from.
func (c *context) remember(r reading) {
	u := max(r.period.unit, r.unplaced)
	if u == noUnit || r.isAside {
		return
	}
	// What has no place leaves the next without one to be counted from.
	c.previous = r.period
	switch u {
	case quarter:
		c.quarter, c.hasQuarter = r.period, true
	case day:
		c.lastDay = r.period
	}
}

func newExpression(doc *language.Document, words []word, c candidate, r reading) Expression {
	first, last := words[c.start], words[c.end-1]
	text := doc.Text[first.from:last.to]
	return Expression{
		Span: tokensOf(words, c), Start: first.start, End: last.end, Text: text, words: text,
		Type: r.kind, Value: r.value, Mod: r.mod, EDTF: r.edtf, Anchor: r.anchor,
	}
}
