package read

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

// key is a value by which a list is sorted, ascending.
type key struct {
	column string
	parse  func(text string) (any, error)
}

func textKey(column string) key {
	return key{column, func(text string) (any, error) { return text, nil }}
}

func numberKey(column string) key {
	return key{column, func(text string) (any, error) { return strconv.ParseInt(text, 10, 64) }}
}

// ordering is the order of a list. The last key is an ID.
type ordering struct {
	name string
	keys []key
	// leadsWith is the value of the first key if it is the same in the whole list, or "".
	leadsWith string
}

// part is FROM … WHERE … with at least one condition, and its arguments.
type part struct {
	from string
	args []any
}

func (p part) and(condition string, args ...any) part {
	return part{p.from + condition, slices.Concat(p.args, args)}
}

// list is a query for an ordered list: the rows of all its parts, which do not overlap.
type list struct {
	with    string // common table expressions; the parts have their arguments
	columns string // besides the keys, such as ", a.title"
	parts   []part
	ordering
	// count is a query for the length of the list, with its arguments, if there is one
	// that is quicker than to count its rows; or counted are the parts to count instead.
	count   part
	counted []part
}

// pageOf reads a page of a list. Visit reads the columns of a row.
func pageOf[T any](r *View, l list, request graph.PageRequest, visit func(r *mapping.Row) T) (*graph.Page[T], error) {
	return pageWithKeys(r, l, request, func(r *mapping.Row, _ []string) T { return visit(r) })
}

// pageWithKeys is pageOf for nodes that need their keys as well.
func pageWithKeys[T any](r *View, l list, request graph.PageRequest, visit func(r *mapping.Row, keys []string) T) (*graph.Page[T], error) {
	w, err := storekit.WindowOf(request)
	if err != nil {
		return nil, err
	}
	query, args, err := l.pageQuery(w)
	if err != nil {
		return nil, err
	}
	var nodes []T
	var cursors []string
	keys := make([]string, len(l.keys))
	err = r.Each(query, args, func(r *mapping.Row) error {
		for i := range keys {
			keys[i] = r.Key()
		}
		nodes = append(nodes, visit(r, keys))
		cursors = append(cursors, graph.Cursor{Order: l.name, Keys: keys}.Encode())
		return nil
	})
	if err != nil {
		return nil, err
	}
	past, err := l.past(r, w)
	if err != nil {
		return nil, err
	}
	page := storekit.PageOf(w, nodes, cursors, past)
	if w.Total {
		page.Total, err = l.total(r)
	}
	return page, err
}

// pageQuery asks for one more than the limit, which shows whether there is more.
func (l list) pageQuery(w storekit.Window) (string, []any, error) {
	comparison, direction := " > ", ""
	if w.Backward {
		comparison, direction = " < ", " DESC"
	}
	after, places, err := l.compare(comparison, w.Cursor)
	if err != nil {
		return "", nil, err
	}
	columns := l.keyColumns()
	var queries []string
	var args []any
	for _, p := range l.parts {
		p = p.and(after, places...)
		queries = append(queries, "SELECT "+strings.Join(columns, ", ")+l.columns+" "+p.from)
		args = append(args, p.args...)
	}
	// Given ordinals, SQLite merges the parts, each of which is in order, without sorting.
	ordinals := make([]string, len(columns))
	for i := range ordinals {
		ordinals[i] = strconv.Itoa(i+1) + direction
	}
	query := l.with + strings.Join(queries, " UNION ALL ") + " ORDER BY " + strings.Join(ordinals, ", ")
	if w.Limit > 0 {
		query += " LIMIT ?"
		args = append(args, w.Limit+1)
	}
	return query, args, nil
}

// past reports whether the list has nodes on the other side of the cursor.
func (l list) past(r *View, w storekit.Window) (bool, error) {
	if w.Cursor == "" {
		return false, nil
	}
	queries, err := l.pastQueries(w)
	for _, p := range queries {
		if _, found, err := r.Number(p.from, p.args...); err != nil || found {
			return found, err
		}
	}
	return false, err
}

// pastQueries ask for the node before the page in each part. They are in the order of the
// list, since SQLite may else choose an index that has all other nodes first.
func (l list) pastQueries(w storekit.Window) ([]part, error) {
	comparison, direction := " <= ", " DESC"
	if w.Backward {
		comparison, direction = " >= ", ""
	}
	before, places, err := l.compare(comparison, w.Cursor)
	if err != nil {
		return nil, err
	}
	order := " ORDER BY " + strings.Join(l.keyColumns(), direction+", ") + direction + " LIMIT 1"
	queries := make([]part, len(l.parts))
	for i, p := range l.parts {
		p = p.and(before, places...)
		queries[i] = part{l.with + "SELECT 1 " + p.from + order, p.args}
	}
	return queries, nil
}

func (l list) total(r *View) (int, error) {
	if l.count.from != "" {
		total, _, err := r.Number(l.count.from, l.count.args...)
		return int(total), err
	}
	total := 0
	counted := l.parts
	if l.counted != nil {
		counted = l.counted
	}
	for _, p := range counted {
		count, _, err := r.Number(l.with+"SELECT count(*) "+p.from, p.args...)
		if err != nil {
			return 0, err
		}
		total += int(count)
	}
	return total, nil
}

// compare returns the condition that a node is on one side of a cursor.
func (l list) compare(comparison, cursor string) (string, []any, error) {
	if cursor == "" {
		return "", nil, nil
	}
	c, err := graph.DecodeCursor(cursor, l.name, len(l.keys))
	if err != nil {
		return "", nil, err
	}
	args := make([]any, len(l.keys))
	for i, key := range l.keys {
		if args[i], err = key.parse(c.Keys[i]); err != nil {
			return "", nil, fmt.Errorf("%w: %.80q for %s", graph.ErrBadCursor, cursor, l.name)
		}
	}
	columns := l.keyColumns()
	if l.leadsWith != "" && c.Keys[0] == l.leadsWith {
		// SQLite uses the index for the other columns only without the first.
		columns, args = columns[1:], args[1:]
	}
	places := strings.Repeat(", ?", len(columns))[len(", "):]
	return " AND (" + strings.Join(columns, ", ") + ")" + comparison + "(" + places + ")", args, nil
}

func (l list) keyColumns() []string {
	columns := make([]string, len(l.keys))
	for i, key := range l.keys {
		columns[i] = key.column
	}
	return columns
}

// idsOf reads a page of IDs, which are the last keys of a list without other columns.
func idsOf(r *View, l list, request graph.PageRequest) (*graph.Page[string], error) {
	return pageWithKeys(r, l, request, func(_ *mapping.Row, keys []string) string { return keys[len(keys)-1] })
}
