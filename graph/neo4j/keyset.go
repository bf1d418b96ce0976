package neo4j

import (
	"fmt"
	"slices"

	"dateline/graph"
)

// noLimit is more than any page has; Cypher takes no greater bound of a list.
const noLimit = 1 << 30

// window is the part of a list that a page request asks for. The list is in the
// order of its keys, upwards.
type window struct {
	order    string
	backward bool
	limit    int
	// cursor is the key that the page begins after, or ends before; empty for none.
	cursor string
	total  bool
}

// windowOf reads a request for the list of this order. It returns ErrInvalid for
// what cannot be asked, and ErrBadCursor.
func windowOf(r graph.PageRequest, order string) (window, error) {
	forward, backward := r.First != 0 || r.After != "", r.Last != 0 || r.Before != ""
	if r.First < 0 || r.Last < 0 || forward && backward {
		return window{}, fmt.Errorf("%w: page of first %d after %.80q, last %d before %.80q", graph.ErrInvalid, r.First, r.After, r.Last, r.Before)
	}
	w := window{order: order, backward: backward, limit: r.First, total: r.Total}
	cursor := r.After
	if backward {
		w.limit, cursor = r.Last, r.Before
	}
	if w.limit == 0 || w.limit > noLimit {
		w.limit = noLimit
	}
	if cursor == "" {
		return w, nil
	}
	c, err := graph.DecodeCursor(cursor, order, 1)
	if err != nil {
		return window{}, err
	}
	if w.cursor = c.Keys[0]; w.cursor == "" {
		return window{}, fmt.Errorf("%w: %.80q for %s", graph.ErrBadCursor, cursor, order)
	}
	return w, nil
}

func (w window) encode(key string) string {
	return graph.Cursor{Order: w.order, Keys: []string{key}}.Encode()
}

// params are those of cut and of LIMIT.
func (w window) params() map[string]any {
	cursor := w.cursor
	if cursor == "" && w.backward {
		cursor = lastKey
	}
	return map[string]any{"cursor": cursor, "limit": w.limit}
}

// lastKey sorts after all keys.
const lastKey = "\U0010FFFF"

// cut returns the terms that take the window out of a list of [key, …] in order: the
// page, whether there is more beyond it, whether there is something on the other
// side of the cursor, and the total. The page is in the list's order.
func (w window) cut(list string) string {
	rest := "[k IN " + list + " WHERE k[0] > $cursor]"
	page := rest + "[..$limit]"
	if w.backward {
		rest = "[k IN " + list + " WHERE k[0] < $cursor]"
		page = rest + "[-$limit..]"
	}
	return "[" + page + ", size(" + rest + ") > $limit, size(" + rest + ") < size(" + list + "), size(" + list + ")]"
}

// cutPage is what cut gives: rows of the page, and the rest of a Page.
type cutPage struct {
	rows                 [][]any
	hasNext, hasPrevious bool
	total                int
}

// readCut reads what cut gives.
func (w window) readCut(value any) (cutPage, error) {
	f := fieldsOf(value)
	list, more, past, total := f.list(), f.truth(), f.truth(), f.count()
	page := cutPage{hasNext: more, hasPrevious: past}
	if w.backward {
		page.hasNext, page.hasPrevious = past, more
	}
	if w.total {
		page.total = total
	}
	for _, one := range list {
		row, ok := one.([]any)
		if !ok || len(row) < 2 {
			return cutPage{}, fmt.Errorf("%w: page with %T", graph.ErrCorrupt, one)
		}
		page.rows = append(page.rows, row)
	}
	return page, f.err
}

// pageFrom makes a page of keys and nodes. Where limit is exceeded by one, that
// tells that there is more; keys come in the direction that they were read in.
func pageFrom(w window, keys []string, past bool, total int) *graph.Page[string] {
	page := &graph.Page[string]{HasPrevious: past}
	if w.total {
		page.Total = total
	}
	if len(keys) > w.limit {
		keys, page.HasNext = keys[:w.limit], true
	}
	page.Nodes = keys
	if w.backward {
		page.Nodes = slices.Clone(keys)
		slices.Reverse(page.Nodes)
		page.HasNext, page.HasPrevious = page.HasPrevious, page.HasNext
	}
	for _, key := range page.Nodes {
		page.Cursors = append(page.Cursors, w.encode(key))
	}
	return page
}
