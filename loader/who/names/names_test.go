package names

import (
	"strings"
	"testing"

	"dateline/loader/aside"
	"dateline/loader/grammar"
	"dateline/loader/language/languagetest"
)

// parse parses a text with the embedded model.
func parse(t testing.TB, text string) *grammar.Parse {
	t.Helper()
	return grammar.New(aside.Parse(languagetest.Pipeline(), text))
}

// token returns the first token that reads word.
func token(t testing.TB, p *grammar.Parse, word string) int {
	t.Helper()
	for i := range p.Tokens {
		if p.Tokens[i].Text == word {
			return i
		}
	}
	t.Fatalf("no %q in %q", word, p.Text)
	return -1
}

// describe writes the names of a text with what they name: "Jane Orr (person)".
func describe(text *Text) string {
	classes := map[Class]string{Person: "person", Organization: "organization", Place: "place", Lexicon: "lexicon"}
	var names []string
	for _, n := range text.List {
		names = append(names, text.Parse.Slice(n.Span)+" ("+classes[n.Class]+")")
	}
	return strings.Join(names, ", ")
}

// checkNames compares the names that are found in each text.
func checkNames(t *testing.T, cases []struct{ text, want string }) {
	t.Helper()
	for _, c := range cases {
		if got := describe(Find(parse(t, c.text), "")); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}
