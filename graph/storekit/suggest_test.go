package storekit_test

import (
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

func TestNear(t *testing.T) {
	for _, row := range []struct {
		asked, word string
		last        bool
		near        bool
	}{
		{"macron", "macron", false, true},
		{"macorn", "macron", false, true},  // swapped
		{"makron", "macron", false, true},  // replaced
		{"macrron", "macron", false, true}, // inserted
		{"mcron", "macron", false, true},   // dropped
		{"zelenskij", "zelensky", true, true},
		{"bush", "busch", false, true},
		{"xi", "li", false, false}, // too short to have a slip
		{"macron", "merkel", false, false},
		{"mac", "macron", true, true},
		{"mac", "macron", false, false},
		{"putin", "rasputin", false, false},
	} {
		if _, near := storekit.Near(row.asked, row.word, row.last); near != row.near {
			t.Errorf("%q and %q, last %v: near %v, want %v", row.asked, row.word, row.last, near, row.near)
		}
	}
}

func TestSuggest(t *testing.T) {
	france := &graph.Organization{Profile: graph.Profile{Name: "France", Aliases: []string{"French"}}}
	macron := &graph.Person{Profile: graph.Profile{Name: "Emmanuel Macron", Aliases: []string{"Macron"}},
		Positions: []graph.Position{{Title: "President of France", Organization: france}}}
	for name, want := range map[string]string{
		"macron":            "Macron",
		"Macorn":            "Macron",
		"Emanuel Macorn":    "Emmanuel Macron",
		"emm":               "Emmanuel Macron",
		"French president":  "President of France",
		"the president":     "President of France",
		"Danish":            "",
		"French chancellor": "",
		"Merkel":            "",
	} {
		got, ok := storekit.Suggest(storekit.NameWords(name), macron)
		if ok != (want != "") || got.Matched != want {
			t.Errorf("%q: %q, %v, want %q", name, got.Matched, ok, want)
		}
	}
	whole, _ := storekit.Suggest(storekit.NameWords("Macron"), macron)
	slip, _ := storekit.Suggest(storekit.NameWords("Macorn"), macron)
	if whole.Distance != 0 || slip.Distance <= 0 {
		t.Errorf("distances %v and %v", whole.Distance, slip.Distance)
	}
	if storekit.NameWords("b c d e f g h i j") != nil || len(storekit.NameWords(" … ")) != 0 {
		t.Error("a name with too many words, or none, has words")
	}
}
