package merge

import (
	"testing"

	"dateline/graph"
)

func TestPlacePhrase(t *testing.T) {
	tower := &graph.Named{Name: "Belem Tower", Aliases: []string{"Tower"}}
	for quote, want := range map[string]string{
		"They met at the Tower on Monday.": " at the Belem Tower",
		"They met near Belem Tower.":       " near Belem Tower",
		"They met on Monday.":              " in Belem Tower",
	} {
		if got := placePhrase(tower, quote); got != want {
			t.Errorf("%s: %q, want %q", quote, got, want)
		}
	}
}
