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
func Find(p *grammar.Parse) *Marks {
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
			if open >= 0 && endsQuotation(m, i) {
				end(i)
			}
		case open < 0 && Opens(token.Text):
			open = i
		case open >= 0 && Closes(token.Text):
			end(i + 1)
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

// endsQuotation reports whether a line break ends a quotation that no mark closes: before
// a blank line, or before a line that opens another.
func endsQuotation(m *Marks, i int) bool {
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
