package loader_test

import (
	"slices"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/loader"

	"github.com/google/go-cmp/cmp"
)

// TestIntake: each article that is handed in gets its outcome, and a bad one costs no
// other.
func TestIntake(t *testing.T) {
	store := graphtest.NewMemory()
	in := &loader.Intake{Store: store, Workers: 2, Now: time.Now}
	call := graph.Submission{ExternalID: "1", Title: "A call", Publisher: "The Paper", Published: "2026-03-03", Text: "President Emmanuel Macron phoned Vladimir Putin on Tuesday."}
	for _, round := range []struct {
		what string
		give []graph.Submission
		want []graph.LoadOutcome
	}{
		{"the first", []graph.Submission{call, {}, {ExternalID: "2", Text: "Giorgia Meloni met Olaf Scholz in Rome on 2 March 2026."}}, []graph.LoadOutcome{graph.LoadAdded, graph.LoadFailed, graph.LoadAdded}},
		{"the same again", []graph.Submission{call}, []graph.LoadOutcome{graph.LoadUnchanged}},
		{"none", nil, nil},
	} {
		var told []graph.Loaded
		if err := in.Load(t.Context(), round.give, func(l graph.Loaded) { told = append(told, l) }); err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(told, func(a, b graph.Loaded) int { return a.Index - b.Index })
		var outcomes []graph.LoadOutcome
		for _, l := range told {
			outcomes = append(outcomes, l.Outcome)
			if (l.Outcome == graph.LoadFailed) != (l.Reason != "") {
				t.Errorf("%s: %+v", round.what, l)
			}
		}
		if diff := cmp.Diff(round.want, outcomes); diff != "" {
			t.Errorf("%s (-want +got):\n%s", round.what, diff)
		}
	}
	page, err := store.Events(t.Context(), graph.EventQuery{})
	if err != nil || len(page.Nodes) < 2 {
		t.Errorf("events %v, %v", page, err)
	}
}
