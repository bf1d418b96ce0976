package grammar

import (
	"strings"
	"testing"

	"dateline/loader/aside"
	"dateline/loader/language/languagetest"
)

// parse parses a sentence with the embedded model.
func parse(t testing.TB, sentence string) *Parse {
	t.Helper()
	return New(aside.Parse(languagetest.Pipeline(), sentence))
}

// find returns the first token that reads word.
func find(t testing.TB, p *Parse, word string) int {
	t.Helper()
	for i, token := range p.Tokens {
		if token.Text == word {
			return i
		}
	}
	t.Fatalf("no %q in %q", word, p.Text)
	return -1
}

// text joins tokens with spaces; -1 reads as "-".
func text(p *Parse, tokens ...int) string {
	var words []string
	for _, i := range tokens {
		if i < 0 {
			words = append(words, "-")
			continue
		}
		words = append(words, p.Tokens[i].Text)
	}
	return strings.Join(words, " ")
}

// check compares the words that ask returns for a word of a sentence.
func check(t *testing.T, sentence, word, want string, ask func(p *Parse, token int) []int) {
	t.Helper()
	p := parse(t, sentence)
	if got := text(p, ask(p, find(t, p, word))...); got != want {
		t.Errorf("%s\n%q: got %q, want %q", sentence, word, got, want)
	}
}

// checkFact compares what ask reports of a word of a sentence.
func checkFact(t *testing.T, sentence, word string, want bool, ask func(p *Parse, token int) bool) {
	t.Helper()
	p := parse(t, sentence)
	if got := ask(p, find(t, p, word)); got != want {
		t.Errorf("%s\n%q: got %t, want %t", sentence, word, got, want)
	}
}
