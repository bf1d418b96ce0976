package roster

import (
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/aside"
	"dateline/loader/grammar"
	"dateline/loader/language/languagetest"
	"dateline/loader/who/names"
)

// read returns the members of a text's names.
func read(t testing.TB, text string) *Roster {
	t.Helper()
	return New(&graph.Article{ID: "art_test", Text: text}, names.Find(grammar.New(aside.Parse(languagetest.Pipeline(), text)), ""))
}

// describe writes the members: "Kari Lund, also Lund".
func describe(r *Roster) string {
	r.Order()
	r.Finish()
	var lines []string
	for _, m := range r.Members {
		line := m.Name
		if len(m.Aliases) > 0 {
			line += ", also " + strings.Join(m.Aliases, ", ")
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

func checkMembers(t *testing.T, cases []struct{ why, text, want string }) {
	t.Helper()
	for _, c := range cases {
		if got := describe(read(t, c.text)); got != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.why, c.text, got, c.want)
		}
	}
}

func TestClusters(t *testing.T) {
	checkMembers(t, []struct{ why, text, want string }{
		{"actor and location", "The Kremlin replied. Moscow agreed. Reporters waited in Moscow.", "Kremlin; Russia, also Moscow; Moscow"},
		{"an adjective waits", "A French envoy met Jane Orr.", "Jane Orr"},
	})
}

func TestAddAdjectives(t *testing.T) {
	r := read(t, "The French envoy left France with a Danish lawyer.")
	r.AddAdjectives()
	if got, want := describe(r), "France, also French"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestIDs(t *testing.T) {
	r := read(t, "Jane Orr left.")
	twin := r.Member("another", func() Draft { return Draft{Kind: graph.KindPerson, Name: "Jane Orr", Holder: -1} })
	r.Finish()
	if r.Members[0].ID == r.Members[twin].ID {
		t.Error("two members of one name have one ID")
	}
	if same := r.Member("another", nil); same != twin {
		t.Errorf("the key of member %d finds %d", twin, same)
	}
}
