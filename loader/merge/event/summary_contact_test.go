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

// What need not have taken place is named, not described as if it had.
func TestContactsAreNamed(t *testing.T) {
	for _, test := range []struct {
		means    graph.Means
		status   graph.Status
		from, to []string
		want     string
	}{
		{graph.MeansCall, graph.StatusDenied, []string{"Ana Silva"}, []string{"Piet Boom"}, "a call from Ana Silva to Piet Boom is denied or ruled out"},
		{graph.MeansCall, graph.StatusDenied, nil, []string{"Ana Silva", "Piet Boom"}, "a call between Ana Silva and Piet Boom is denied or ruled out"},
		{graph.MeansMeeting, graph.StatusDenied, []string{"Ana Silva"}, []string{"Piet Boom"}, "a meeting between Ana Silva and Piet Boom is denied or ruled out"},
		{graph.MeansTalks, graph.StatusDenied, nil, []string{"Portugal", "Ireland", "Malta"}, "talks between Portugal, Ireland and Malta are denied or ruled out"},
		{graph.MeansUnspecified, graph.StatusDenied, nil, []string{"Portugal"}, "contact with Portugal is denied or ruled out"},
		{graph.MeansCall, graph.StatusRequested, []string{"Ana Silva"}, []string{"Piet Boom"}, "a call from Ana Silva to Piet Boom was requested or offered"},
		{graph.MeansVisit, graph.StatusPlanned, []string{"Ana Silva"}, []string{"Ireland"}, "a visit by Ana Silva to Ireland is planned"},
		{graph.MeansTalks, graph.StatusPlanned, nil, []string{"Portugal", "Ireland"}, "talks between Portugal and Ireland are planned"},
	} {
		words := phrasings[test.means]
		if got := nounPhrase(words, test.from, test.to) + predicates[test.status].of(words); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
