package evidence

import (
	"testing"

	"dateline/loader/language"
)

func TestQuotedSpeaker(t *testing.T) {
	for _, c := range []struct{ why, text, word, want string }{
		{"a cue after it", "“We sail,” Ada Lim said.", "sail", "Ada Lim"},
		{"a cue before it", "Ada Lim said: “We sail.”", "sail", "Ada Lim"},
		{"the next sentence", "“Shall we sail?” Ada Lim asked.", "sail", "Ada Lim"},
		{"going on", "“We sail,” Ada Lim said. “We land.”", "land", "Ada Lim"},
		{"nobody", "“We sail” was on the flag.", "sail", "-"},
		{"outside", "“We sail,” Ada Lim said.", "said", "-"},
	} {
		a := read(t, c.text)
		token := find(t, a, c.word)
		if got := names(a, a.QuotedSpeaker(token)); got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.why, c.text, got, c.want)
		}
		if a.IsQuoted(token) != (c.word != "said") {
			t.Errorf("%s: %q is quoted: %t", c.text, c.word, a.IsQuoted(token))
		}
	}
}

func TestWholeQuotations(t *testing.T) {
	a := read(t, "“We sail. We land,” Ada Lim said. “We eat.” Then Bo Okoro left.")
	said := find(t, a, "said")
	for _, c := range []struct {
		why  string
		span language.Span
		want string
	}{
		{"cut at its start, and going on", language.Span{Start: find(t, a, "land"), End: said + 2}, "“We sail. We land,” Ada Lim said. “We eat.”"},
		{"no quotation", language.Span{Start: find(t, a, "Then"), End: len(a.Tokens)}, "Then Bo Okoro left."},
	} {
		if got := a.Slice(WholeQuotations(a, c.span)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}
