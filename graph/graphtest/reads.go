package graphtest

import (
	"strings"
	"testing"

	"dateline/graph"
)

// The readings below ask about the Canal graph. The expected answers are handwritten, in
// nicknames.

// names returns the nicknames of the nodes of a list.
func names[T graph.Node](c canalStore, nodes []T) string {
	var all []string
	for _, n := range nodes {
		all = append(all, c.Name(n.NodeID()))
	}
	return strings.Join(all, " ")
}

func ref(id string) *graph.EntityRef { return &graph.EntityRef{ID: id} }

func named(name string) *graph.EntityRef { return &graph.EntityRef{Name: name} }

func (c canalStore) events(t *testing.T, q graph.EventQuery) []*graph.Event {
	t.Helper()
	page, err := c.Events(t.Context(), q)
	if err != nil {
		t.Fatalf("Events: %v", err)
	}
	return page.Nodes
}

func inCountry(code string) *graph.EntityRef { return &graph.EntityRef{Country: code} }
