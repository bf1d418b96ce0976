package model_test

import (
	"testing"

	"dateline/graph"
	"dateline/schema/model"

	"github.com/google/go-cmp/cmp"
)

// TestConnection: a page and its connection say the same, and an empty page has neither
// edges nor cursors.
func TestConnection(t *testing.T) {
	first, last := "c1", "c2"
	for name, test := range map[string]struct {
		page  graph.Page[string]
		edges []model.Edge[string]
		info  *model.PageInfo
	}{
		"empty": {
			graph.Page[string]{HasPrevious: true},
			[]model.Edge[string]{},
			&model.PageInfo{HasPreviousPage: true},
		},
		"two": {
			graph.Page[string]{Nodes: []string{"a", "b"}, Cursors: []string{"c1", "c2"}, HasNext: true},
			[]model.Edge[string]{{Node: "a", Cursor: "c1"}, {Node: "b", Cursor: "c2"}},
			&model.PageInfo{HasNextPage: true, StartCursor: &first, EndCursor: &last},
		},
	} {
		connection := (*model.Connection[string])(&test.page)
		if diff := cmp.Diff(test.edges, connection.Edges()); diff != "" {
			t.Errorf("%s: edges (-want +got):\n%s", name, diff)
		}
		if diff := cmp.Diff(test.info, connection.PageInfo()); diff != "" {
			t.Errorf("%s: page info (-want +got):\n%s", name, diff)
		}
	}
}
