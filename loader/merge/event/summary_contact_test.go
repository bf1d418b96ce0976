package event

import (
	"testing"

	"dateline/graph"
)

func TestPlacePhrase(t *testing.T) {
	tower := &graph.Profile{Name: "Belem Tower", Aliases: []string{"Tower"}}
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

// A denied contact is named, not described as if it were expected.
func TestDenied(t *testing.T) {
	for _, test := range []struct {
		means    graph.Means
		from, to []string
		want     string
	}{
		{graph.MeansCall, []string{"Ana Silva"}, []string{"Piet Boom"}, "a call from Ana Silva to Piet Boom is denied or ruled out"},
		{graph.MeansCall, nil, []string{"Ana Silva", "Piet Boom"}, "a call between Ana Silva and Piet Boom is denied or ruled out"},
		{graph.MeansMeeting, []string{"Ana Silva"}, []string{"Piet Boom"}, "a meeting between Ana Silva and Piet Boom is denied or ruled out"},
		{graph.MeansTalks, nil, []string{"Portugal", "Ireland", "Malta"}, "talks between Portugal, Ireland and Malta are denied or ruled out"},
		{graph.MeansUnspecified, nil, []string{"Portugal"}, "contact with Portugal is denied or ruled out"},
	} {
		text, end := denied(phrasings[test.means], test.from, test.to)
		if got := text + end; got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
