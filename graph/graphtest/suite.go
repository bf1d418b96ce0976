package graphtest

import (
	"slices"
	"testing"

	"dateline/graph"
)

// Open returns a new, empty store. The suite closes it.
type Open func(t *testing.T) graph.Store

// promise is one test of the contract.
type promise struct {
	name string
	test func(t *testing.T, open Open)
}

// reading is one test of the contract that only reads the Canal graph, so that all such
// tests share one store.
type reading struct {
	name string
	test func(t *testing.T, c canalStore)
}

// canalStore is a store with the Canal graph, and a Memory with the same.
type canalStore struct {
	graph.Store
	*Telling
	memory *Memory
}

// Run tests a store against the contract of graph.Store: every method, every promise.
func Run(t *testing.T, open func(t *testing.T) graph.Store) {
	groups := []struct {
		name     string
		promises []promise
	}{
		{"Writes", writePromises},
		{"Updates", updatePromises},
		{"Tx", txPromises},
		{"Paging", pagingPromises},
		{"Walk", walkPromises},
		{"Log", logPromises},
		{"Paths", pathPromises},
		{"Edits", editPromises},
		{"EditLog", editLogPromises},
		{"Reviews", reviewPromises},
		{"Random", randomPromises},
	}
	for _, group := range groups {
		t.Run(group.name, func(t *testing.T) {
			for _, p := range group.promises {
				t.Run(p.name, func(t *testing.T) { p.test(t, open) })
			}
		})
	}
	t.Run("Canal", func(t *testing.T) {
		canal := Canal()
		memory := NewMemory()
		fill(t, memory, canal.Graph)
		c := canalStore{openWith(t, open, canal.Graph), canal, memory}
		for _, r := range slices.Concat(eventReadings, fillReadings, entityReadings, articleReadings, searchReadings, networkReadings, nodeReadings) {
			t.Run(r.name, func(t *testing.T) { r.test(t, c) })
		}
	})
}

// openEmpty opens a store and closes it when the test ends.
func openEmpty(t *testing.T, open Open) graph.Store {
	t.Helper()
	store := open(t)
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return store
}

// openWith opens a store and fills it with a graph.
func openWith(t *testing.T, open Open, g *Graph) graph.Store {
	t.Helper()
	store := openEmpty(t, open)
	fill(t, store, g)
	return store
}

func fill(t testing.TB, store graph.Store, g *Graph) {
	t.Helper()
	if err := Fill(t.Context(), store, g.Puts(), 100); err != nil {
		t.Fatal(err)
	}
}
