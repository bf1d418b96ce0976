package storekit_test

import (
	"errors"
	"slices"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

func TestWindowOf(t *testing.T) {
	for _, c := range []struct {
		name    string
		request graph.PageRequest
		want    storekit.Window
	}{
		{"everything", graph.PageRequest{}, storekit.Window{}},
		{"the first", graph.PageRequest{First: 3, Total: true}, storekit.Window{Limit: 3, Total: true}},
		{"those after", graph.PageRequest{First: 3, After: "c"}, storekit.Window{Limit: 3, Cursor: "c"}},
		{"all after", graph.PageRequest{After: "c"}, storekit.Window{Cursor: "c"}},
		{"the last", graph.PageRequest{Last: 3}, storekit.Window{Backward: true, Limit: 3}},
		{"those before", graph.PageRequest{Last: 3, Before: "c"}, storekit.Window{Backward: true, Limit: 3, Cursor: "c"}},
	} {
		if got, err := storekit.WindowOf(c.request); err != nil || got != c.want {
			t.Errorf("%s: %+v, error %v", c.name, got, err)
		}
	}
	for _, request := range []graph.PageRequest{{First: -1}, {Last: -1}, {First: 1, Last: 1}, {First: 1, Before: "c"}, {Last: 1, After: "c"}, {After: "c", Before: "d"}} {
		if _, err := storekit.WindowOf(request); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%+v: error %v, want %v", request, err, graph.ErrInvalid)
		}
	}
}

// A list of five nodes, of which b to d are between the cursors a and e.
func TestPageOf(t *testing.T) {
	for _, c := range []struct {
		name                   string
		window                 storekit.Window
		read                   []string // in the direction of reading
		past                   bool
		want                   []string
		wantNext, wantPrevious bool
	}{
		{"all", storekit.Window{}, []string{"a", "b"}, false, []string{"a", "b"}, false, false},
		{"none", storekit.Window{Limit: 2}, nil, false, nil, false, false},
		{"forward, with more", storekit.Window{Limit: 2, Cursor: "a"}, []string{"b", "c", "d"}, true, []string{"b", "c"}, true, true},
		{"forward, to the end", storekit.Window{Limit: 3, Cursor: "b"}, []string{"c", "d", "e"}, true, []string{"c", "d", "e"}, false, true},
		{"backward, with more", storekit.Window{Backward: true, Limit: 2, Cursor: "e"}, []string{"d", "c", "b"}, true, []string{"c", "d"}, true, true},
		{"backward, from the end", storekit.Window{Backward: true, Limit: 2}, []string{"e", "d", "c"}, false, []string{"d", "e"}, false, true},
	} {
		page := storekit.PageOf(c.window, slices.Clone(c.read), slices.Clone(c.read), c.past)
		if !slices.Equal(page.Nodes, c.want) || !slices.Equal(page.Cursors, c.want) || page.HasNext != c.wantNext || page.HasPrevious != c.wantPrevious {
			t.Errorf("%s: %+v", c.name, page)
		}
	}
}
