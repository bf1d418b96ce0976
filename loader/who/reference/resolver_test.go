package reference

import (
	"testing"

	"dateline/graph"
)

func TestStateOf(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"A French envoy called.", "French", "France"},
		{"Moscow replied.", "Moscow", "Russia"},
		{"The Franco-Russian talks failed.", "Franco", "France"},
		{"Jane Orr left.", "Orr", ""},
	} {
		r := read(t, c.text)
		member, ok := r.StateOf(last(t, r, c.word))
		if ok != (c.want != "") || ok && r.roster.Members[member].Name != c.want {
			t.Errorf("%s\n%s: got %d, %t, want %q", c.text, c.word, member, ok, c.want)
		}
	}
}

func TestLocation(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       bool
	}{
		{"Jane Orr spoke in Moscow.", "Moscow", true},
		{"Moscow replied.", "Moscow", true}, // asked for a place, it is one
		{"NATO replied.", "NATO", false},
		{"Jane Orr spoke.", "Orr", false},
	} {
		r := read(t, c.text)
		place, ok := r.Location(last(t, r, c.word))
		if ok != c.want || ok && r.roster.Members[place].Kind != graph.KindPlace {
			t.Errorf("%s\n%s: got %d, %t, want %t", c.text, c.word, place, ok, c.want)
		}
	}
}

func TestExcluded(t *testing.T) {
	r := read(t, "Jane Orr left. Mary Lund left. She was tired.")
	she := last(t, r, "She")
	first := r.Parties(she, nil)
	if second := r.Parties(she, first); len(second) != 1 || second[0] == first[0] {
		t.Errorf("she is %v, and without them %v", first, second)
	}
}
