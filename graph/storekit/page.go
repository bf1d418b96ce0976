package storekit

import (
	"fmt"
	"slices"

	"dateline/graph"
)

// Window is the part of an ordered list that a page request asks for.
type Window struct {
	// Backward is true for the last nodes before the cursor, which are read from
	// there towards the start of the list.
	Backward bool
	// Limit is the most nodes to return; 0 for all.
	Limit int
	// Cursor is where the page begins, or ends if it is backward; "" for the end of
	// the list.
	Cursor string
	// Total asks for the count of the whole list.
	Total bool
}

// WindowOf reads a request. It returns ErrInvalid for a negative size, and for one
// that goes both forward and backward.
func WindowOf(r graph.PageRequest) (Window, error) {
	forward, backward := r.First != 0 || r.After != "", r.Last != 0 || r.Before != ""
	if r.First < 0 || r.Last < 0 || forward && backward {
		return Window{}, fmt.Errorf("%w: page of first %d after %.80q, last %d before %.80q", graph.ErrInvalid, r.First, r.After, r.Last, r.Before)
	}
	if backward {
		return Window{Backward: true, Limit: r.Last, Cursor: r.Before, Total: r.Total}, nil
	}
	return Window{Limit: r.First, Cursor: r.After, Total: r.Total}, nil
}

// Neighbors turns whether there is more in the direction of reading, and whether
// there is something on the other side of the cursor, into what a page says.
func (w Window) Neighbors(more, past bool) (hasNext, hasPrevious bool) {
	if w.Backward {
		return past, more
	}
	return more, past
}

// PageOf makes a page of nodes with their cursors, in the direction of reading. One
// node more than the window's limit shows that the list goes on. Past is true if
// there are nodes on the other side of the cursor.
func PageOf[T any](w Window, nodes []T, cursors []string, past bool) *graph.Page[T] {
	more := w.Limit > 0 && len(nodes) > w.Limit
	if more {
		nodes, cursors = nodes[:w.Limit], cursors[:w.Limit]
	}
	if w.Backward {
		slices.Reverse(nodes)
		slices.Reverse(cursors)
	}
	page := &graph.Page[T]{Nodes: nodes, Cursors: cursors}
	page.HasNext, page.HasPrevious = w.Neighbors(more, past)
	return page
}

// WithNodes returns a page like another, such as one of IDs, with nodes in their
// place.
func WithNodes[T, U any](like *graph.Page[U], nodes []T) *graph.Page[T] {
	return &graph.Page[T]{Nodes: nodes, Cursors: like.Cursors, HasNext: like.HasNext, HasPrevious: like.HasPrevious, Total: like.Total}
}
