package quote

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
)

// Marks are the quotations of a text, as its quotation marks show them.
type Marks struct {
	*grammar.Parse
	Spans []language.Span // in order, the marks included

	at []int // for each token what At returns
}

// Find finds the quotations of a text. A quotation that no mark closes ends with its
// paragraph, or before the next one that begins a line.
func Find(p *grammar.Parse) *Marks { return findBy(p, lenient) }

// FindStrict finds the quotations of a text where taking the writer's words for a quoted
// person's is the worse error: it knows English marks alone, a quotation ends with its
// line, and an opening mark within one begins the next.
func FindStrict(p *grammar.Parse) *Marks { return findBy(p, strict) }

// reading is how quotation marks are read where writers differ.
type reading struct {
	opens, closes func(text string) bool
	endsAt        func(m *Marks, line int) bool // whether the end of a line ends a quotation
	reopens       bool                          // whether an opening mark ends a quotation
}

var (
	lenient = reading{opens: Opens, closes: Closes, endsAt: endsParagraph}
	strict  = reading{opens: opensEnglish, closes: closesEnglish, endsAt: func(*Marks, int) bool { return true }, reopens: true}
)

func findBy(p *grammar.Parse, read reading) *Marks {
	m := &Marks{Parse: p, at: make([]int, len(p.Tokens))}
	open := -1
	end := func(at int) {
		m.Spans = append(m.Spans, language.Span{Start: open, End: at})
		open = -1
	}
	for i, token := range p.Tokens {
		m.at[i] = -1
		switch {
		case strings.Contains(token.Text, "\n"):
			if open >= 0 && read.endsAt(m, i) {
				end(i)
			}
		case open >= 0 && read.closes(token.Text):
			end(i + 1)
		case open < 0 && read.opens(token.Text):
			open = i
		case read.reopens && read.opens(token.Text):
			end(i)
			open = i
		}
	}
	if open >= 0 {
		end(len(p.Tokens))
	}
	for q, span := range m.Spans {
		for i := span.Start; i < span.End; i++ {
			m.at[i] = q
		}
	}
	return m
}

// At returns the quotation that a token stands in as an index in Spans, the marks
// included; -1 outside quotations.
func (m *Marks) At(token int) int { return m.at[token] }

// endsParagraph reports whether a line break ends a quotation that no mark closes: before
// a blank line, or before a line that opens another.
func endsParagraph(m *Marks, i int) bool {
	next := i + 1
	return strings.Count(m.Tokens[i].Text, "\n") > 1 || next >= len(m.Tokens) || Opens(m.Tokens[next].Text)
}

// Opens reports whether a token's text can open a quotation.
func Opens(text string) bool {
	return text == "“" || text == "\"" || text == "``" || text == "''" || text == "«" || text == "„"
}

// Closes reports whether a token's text can close a quotation: German ones close with “.
func Closes(text string) bool {
	return text == "”" || text == "\"" || text == "''" || text == "»" || text == "“"
}

func opensEnglish(text string) bool {
	return text == "“" || text == "\"" || text == "``" || text == "«"
}

func closesEnglish(text string) bool {
	return text == "”" || text == "\"" || text == "''" || text == "»"
}

// quotationTokens returns the tokens of a quotation, its marks included.
func quotationTokens(m *Marks, q int) []int {
	span := m.Spans[q]
	list := make([]int, 0, span.End-span.Start)
	for i := span.Start; i < span.End; i++ {
		list = append(list, i)
	}
	return list
}

// EndsAsSentence reports whether a quotation ends as a sentence does. One that does not,
// such as a “top secret” in passing, continues nothing that was said before.
func EndsAsSentence(m *Marks, span language.Span) bool {
	for i := span.End - 1; i > span.Start; i-- {
		text := m.Tokens[i].Text
		if !m.IsSpace(i) && !Closes(text) {
			return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "…")
		}
	}
	return false
}

func endsSentence(m *Marks, i int) bool {
	text := m.Tokens[i].Text
	return text == "." || text == "?" || text == "!"
}
