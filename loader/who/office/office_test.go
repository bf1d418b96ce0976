package office

import (
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/aside"
	"dateline/loader/grammar"
	"dateline/loader/language/languagetest"
	"dateline/loader/who/names"
	"dateline/loader/who/roster"
)

// read reads the offices of a text.
func read(t testing.TB, text string) *Reader {
	t.Helper()
	return Read(roster.New(&graph.Article{ID: "art_test", Text: text}, names.Find(grammar.New(aside.Parse(languagetest.Pipeline(), text)), "")))
}

// checkPositions compares the positions of Orr in each text.
func checkPositions(t *testing.T, cases []struct{ text, want string }) {
	t.Helper()
	for _, c := range cases {
		o := read(t, c.text)
		o.Roster.Finish()
		var titles []string
		for _, m := range o.Roster.Members {
			if m.Name != "Jane Orr" {
				continue
			}
			for _, p := range m.Positions {
				titles = append(titles, p.Title)
			}
		}
		if got := strings.Join(titles, ", "); got != c.want {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}
