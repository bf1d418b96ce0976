package sqlite

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/graph"
)

// key is a value that a list is sorted by, upwards.
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

// ordering is what a list is sorted by; the last key is an ID.
type ordering struct {
	name string
	keys []key
	// leadsWith is the first key's value where the list has but one; empty for more.
	leadsWith string
}

// list is a query for an ordered list.
type list struct {
	with    string // common table expressions
	columns string
	from    string // FROM … WHERE …, one condition at least
	args    []any
	ordering
}

// checkPage refuses what cannot be asked.
func checkPage(r graph.PageRequest) error {
	forward, backward := r.First != 0 || r.After != "", r.Last != 0 || r.Before != ""
	if r.First < 0 || r.Last < 0 || forward && backward {
		return fmt.Errorf("%w: page of first %d after %.80q, last %d before %.80q", graph.ErrInvalid, r.First, r.After, r.Last, r.Before)
	}
	return nil
}

// pageOf reads a page of a list. Row reads the list's columns after those of before.
func pageOf[T any](r *reader, l list, request graph.PageRequest, row func(scan scanner, before ...any) (T, error)) (*graph.Page[T], error) {
	if err := checkPage(request); err != nil {
		return nil, err
	}
	backward := request.Last != 0 || request.Before != ""
	limit, cursor := request.First, request.After
	if backward {
		limit, cursor = request.Last, request.Before
	}
	page := new(graph.Page[T])
	query, args, err := l.pageQuery(backward, limit, cursor)
	if err != nil {
		return nil, err
	}
	keys, dest := l.keyDest()
	err = r.each(query, args, func(scan scanner) error {
		node, err := row(scan, dest...)
		page.Nodes = append(page.Nodes, node)
		page.Cursors = append(page.Cursors, graph.Cursor{Order: l.name, Keys: keys}.Encode())
		return err
	})
	if err != nil {
		return nil, err
	}
	more := limit > 0 && len(page.Nodes) > limit
	if more {
		page.Nodes, page.Cursors = page.Nodes[:limit], page.Cursors[:limit]
	}
	past, err := r.past(l, backward, cursor)
	if err != nil {
		return nil, err
	}
	page.HasNext, page.HasPrevious = more, past
	if backward {
		slices.Reverse(page.Nodes)
		slices.Reverse(page.Cursors)
		page.HasNext, page.HasPrevious = past, more
	}
	if request.Total {
		_, err = r.one(l.with+"SELECT count(*) "+l.from, l.args, &page.Total)
	}
	return page, err
}

// pageQuery asks for one more than limit, which tells whether there is more.
func (l list) pageQuery(backward bool, limit int, cursor string) (string, []any, error) {
	comparison, direction := " > ", ""
	if backward {
		comparison, direction = " < ", " DESC"
	}
	after, args, err := l.compare(comparison, cursor)
	if err != nil {
		return "", nil, err
	}
	query := l.with + "SELECT " + strings.Join(l.keyColumns(), ", ") + ", " + l.columns + " " + l.from + after +
		" ORDER BY " + strings.Join(l.keyColumns(), direction+", ") + direction
	args = append(slices.Clone(l.args), args...)
	if limit > 0 {
		query += " LIMIT ?"
		args = append(args, limit+1)
	}
	return query, args, nil
}

// past tells whether the list has nodes on the other side of the cursor.
func (r *reader) past(l list, backward bool, cursor string) (bool, error) {
	if cursor == "" {
		return false, nil
	}
	comparison := " <= "
	if backward {
		comparison = " >= "
	}
	before, args, err := l.compare(comparison, cursor)
	if err != nil {
		return false, err
	}
	var found bool
	_, err = r.one(l.with+"SELECT EXISTS (SELECT 1 "+l.from+before+")", append(slices.Clone(l.args), args...), &found)
	return found, err
}

// compare gives the condition that a node is on one side of a cursor.
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
		// The index is searched for the rest only if the first is left out.
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

// keyDest gives room for a row's keys, and pointers into it for a scan.
func (l list) keyDest() ([]string, []any) {
	keys := make([]string, len(l.keys))
	dest := make([]any, len(l.keys))
	for i := range keys {
		dest[i] = &keys[i]
	}
	return keys, dest
}

// scanLastKey is for lists of which only the IDs are wanted: columns is 1.
func scanLastKey(scan scanner, before ...any) (string, error) {
	var one int
	err := scan(append(before, &one)...)
	return *before[len(before)-1].(*string), err
}
