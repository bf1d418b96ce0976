package read

import (
	"errors"
	"fmt"

	"dateline/graph"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// noLimit is larger than any page, and the largest bound of a list in Cypher.
const noLimit = 1 << 30

// window is the part of a list that a page request asks for. The list is in ascending
// order of keys, and the cursor is a key. Limit is noLimit for all.
type window struct {
	storekit.Window
	order string
	limit int
}

// windowOf reads a request for the list of this order. It returns ErrInvalid and
// ErrBadCursor.
func windowOf(r graph.PageRequest, order string) (window, error) {
	asked, err := storekit.WindowOf(r)
	if err != nil {
		return window{}, err
	}
	w := window{Window: asked, order: order, limit: asked.Limit}
	if w.limit == 0 || w.limit > noLimit {
		w.limit = noLimit
	}
	if w.Cursor == "" {
		return w, nil
	}
	c, err := graph.DecodeCursor(w.Cursor, order, 1)
	if err != nil {
		return window{}, err
	}
	if c.Keys[0] == "" {
		return window{}, fmt.Errorf("%w: %.80q for %s", graph.ErrBadCursor, w.Cursor, order)
	}
	w.Cursor = c.Keys[0]
	return w, nil
}

func (w window) encode(key string) string {
	return graph.Cursor{Order: w.order, Keys: []string{key}}.Encode()
}

// params returns the parameters of cut and of LIMIT.
func (w window) params() map[string]any {
	cursor := w.Cursor
	if cursor == "" && w.Backward {
		cursor = lastKey
	}
	return map[string]any{"cursor": cursor, "limit": w.limit}
}

// lastKey sorts after all keys.
const lastKey = "\U0010FFFF"

// cut returns terms that cut the window out of an ordered list of [key, …]: the page,
// whether there is more beyond it, whether there is something on the other side of the
// cursor, and the total. The page is in the list's order.
func (w window) cut(list string) string {
	rest := "[k IN " + list + " WHERE k[0] > $cursor]"
	page := rest + "[..$limit]"
	if w.Backward {
		rest = "[k IN " + list + " WHERE k[0] < $cursor]"
		page = rest + "[-$limit..]"
	}
	return "[" + page + ", size(" + rest + ") > $limit, size(" + rest + ") < size(" + list + "), size(" + list + ")]"
}

// cutPage is the result of cut.
type cutPage struct {
	rows                 [][]any
	hasNext, hasPrevious bool
	total                int
}

// readCut reads the result of cut.
func (w window) readCut(value any) (cutPage, error) {
	f := mapping.FieldsOf(value)
	list, more, past, total := f.List(), f.Bool(), f.Bool(), f.Count()
	var page cutPage
	page.hasNext, page.hasPrevious = w.Neighbors(more, past)
	if w.Total {
		page.total = total
	}
	for _, one := range list {
		row, ok := one.([]any)
		if !ok || len(row) < 2 {
			return cutPage{}, fmt.Errorf("%w: page with %T", graph.ErrCorrupt, one)
		}
		page.rows = append(page.rows, row)
	}
	return page, f.Err
}

// readCutPages reads a page for each of the IDs from rows with the ID's place, its successor
// if it is gone, and what cut left. Read reads a node and its key. Again reports whether
// an ID was replaced by its successor.
func readCutPages[T any](w window, meta, ids []any, read func(row []any) (node T, key string, err error)) (pages []*graph.Page[T], again bool, err error) {
	pages = make([]*graph.Page[T], len(ids))
	for i := range pages {
		pages[i] = new(graph.Page[T])
	}
	for _, value := range meta {
		row := mapping.FieldsOf(value)
		slot, heir := row.Count(), row.Text()
		cut, err := w.readCut(row.Value())
		if err := errors.Join(row.Err, err); err != nil || slot >= len(pages) {
			return nil, false, fmt.Errorf("page %d: %w", slot, errors.Join(graph.ErrCorrupt, err))
		}
		if heir != "" {
			ids[slot], again = heir, true
		}
		page := pages[slot]
		page.HasNext, page.HasPrevious, page.Total = cut.hasNext, cut.hasPrevious, cut.total
		for _, one := range cut.rows {
			node, key, err := read(one)
			if err != nil {
				return nil, false, err
			}
			page.Nodes, page.Cursors = append(page.Nodes, node), append(page.Cursors, w.encode(key))
		}
	}
	return pages, again, nil
}

// pageFrom makes a page of keys in the direction of reading. One more than the limit shows
// that the list goes on.
func pageFrom(w window, keys []string, past bool, total int) *graph.Page[string] {
	var cursors []string
	for _, key := range keys {
		cursors = append(cursors, w.encode(key))
	}
	page := storekit.PageOf(w.Window, keys, cursors, past)
	if w.Total {
		page.Total = total
	}
	return page
}
