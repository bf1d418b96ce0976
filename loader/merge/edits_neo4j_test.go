package merge_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/loader/merge/mergetest"
)

// Articles and edits in any order make of Neo4j what they make of memory: the graph, what is
// worth a person's look, and which edits are overruled.
func TestOrderOfEditsDoesNotMatterOnNeo4j(t *testing.T) {
	server := neo4jtest.Shared(t)
	random := rand.New(rand.NewPCG(1815, 12))
	for round := range 3 {
		server.Erase(t)
		store, err := neo4j.Open(t.Context(), server.URL, neo4j.Login(server.User, server.Password), neo4j.Patience(10*time.Minute))
		if err != nil {
			t.Fatal(err)
		}
		var batches []*graph.Batch
		for _, s := range mergetest.Quarrel(t) {
			batches = append(batches, s.Batch)
		}
		press := mergetest.NewPress()
		for range 6 {
			batches = append(batches, press.Article())
		}
		desk := mergetest.Desk{Batches: batches, Intn: random.IntN}
		edits := desk.Edits(12)
		canonical := graphtest.NewMemory()
		mergetest.ApplyGroup(t, canonical, batches...)
		mergetest.ApplyEdits(t, canonical, edits...)
		want := dump(t, canonical)
		var steps []any
		for _, b := range batches {
			steps = append(steps, b)
		}
		for _, e := range edits {
			steps = append(steps, e, e)
		}
		random.Shuffle(len(steps), func(i, j int) { steps[i], steps[j] = steps[j], steps[i] })
		for i, step := range steps {
			switch step := step.(type) {
			case *graph.Batch:
				if i%3 == 0 {
					mergetest.Apply(t, store, draft(step))
				}
				mergetest.Apply(t, store, step)
			case *graph.Edit:
				mergetest.ApplyEdits(t, store, step)
			}
		}
		if got := dump(t, store); got != want {
			t.Errorf("round %d: %s", round, firstDifference(got, want))
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d of the dump is\n%s\nwant\n%s", i, a[i], b[i])
		}
	}
	return fmt.Sprintf("the dump has %d lines, want %d", len(a), len(b))
}
