package reference

import (
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/aside"
	"dateline/loader/grammar"
	"dateline/loader/language/languagetest"
	"dateline/loader/who/names"
	"dateline/loader/who/office"
	"dateline/loader/who/roster"
)

// read returns a resolver for the phrases of a text.
func read(t testing.TB, text string) *Resolver {
	t.Helper()
	article := &graph.Article{ID: "art_test", Text: text}
	members := roster.New(article, names.Find(grammar.New(aside.Parse(languagetest.Pipeline(), text)), ""))
	offices := office.Read(members)
	members.AddAdjectives()
	members.Order()
	resolver := New(offices)
	resolver.ResolveNamed()
	members.Finish()
	return resolver
}

// last returns the last token that reads word.
func last(t testing.TB, r *Resolver, word string) int {
	t.Helper()
	for i := len(r.parse.Tokens) - 1; i >= 0; i-- {
		if r.parse.Tokens[i].Text == word {
			return i
		}
	}
	t.Fatalf("no %q in %q", word, r.parse.Text)
	return -1
}

// checkParties compares the names of those whom the last occurrence of a word means; "-"
// for nobody. The phrases before it are asked for first, as those that only a question
// makes members can be taken up again.
func checkParties(t *testing.T, cases []struct{ text, word, want string }) {
	t.Helper()
	for _, c := range cases {
		r := read(t, c.text)
		word := last(t, r, c.word)
		for i := range word {
			r.Parties(i, nil)
		}
		var found []string
		for _, member := range r.Parties(word, nil) {
			found = append(found, r.roster.Members[member].Name)
		}
		got := strings.Join(found, " + ")
		if got == "" {
			got = "-"
		}
		if got != c.want {
			t.Errorf("%s\n%q: got %s, want %s", c.text, c.word, got, c.want)
		}
	}
}
