package graphtest

import (
	"fmt"
	"slices"

	"dateline/graph"
)

// list is an ordered list of which a page is taken. It is sorted by keys, ascending; there
// are width of them, and the last is an ID.
type list[T any] struct {
	order string
	width int
	keys  func(T) []string
	nodes []T
}

// page sorts the list and returns a page of it.
func (l list[T]) page(r graph.PageRequest) (*graph.Page[T], error) {
	if err := checkPage(r); err != nil {
		return nil, err
	}
	compare := func(a, b T) int { return slices.Compare(l.keys(a), l.keys(b)) }
	slices.SortFunc(l.nodes, compare)
	from, to := 0, len(l.nodes)
	if r.After != "" {
		at, found, err := l.find(r.After)
		if err != nil {
			return nil, err
		}
		if from = at; found {
			from++
		}
	}
	if r.Before != "" {
		at, _, err := l.find(r.Before)
		if err != nil {
			return nil, err
		}
		to = at
	}
	if r.First > 0 {
		to = min(to, from+r.First)
	}
	if r.Last > 0 {
		from = max(from, to-r.Last)
	}
	p := &graph.Page[T]{Nodes: append([]T(nil), l.nodes[from:to]...), HasPrevious: from > 0, HasNext: to < len(l.nodes)}
	for _, node := range p.Nodes {
		p.Cursors = append(p.Cursors, graph.Cursor{Order: l.order, Keys: l.keys(node)}.Encode())
	}
	if r.Total {
		p.Total = len(l.nodes)
	}
	return p, nil
}

// find returns the place of a cursor in the list, or where it would be.
func (l list[T]) find(cursor string) (int, bool, error) {
	c, err := graph.DecodeCursor(cursor, l.order, l.width)
	if err != nil {
		return 0, false, fmt.Errorf("memory: %w", err)
	}
	at, found := slices.BinarySearchFunc(l.nodes, c.Keys, func(node T, keys []string) int {
		return slices.Compare(l.keys(node), keys)
	})
	return at, found, nil
}

func checkPage(r graph.PageRequest) error {
	forward, backward := r.First != 0 || r.After != "", r.Last != 0 || r.Before != ""
	if r.First < 0 || r.Last < 0 || forward && backward {
		return fmt.Errorf("memory: %w: page of first %d after %.20q, last %d before %.20q", graph.ErrInvalid, r.First, r.After, r.Last, r.Before)
	}
	return nil
}

// dayKey sorts days, the unknown last.
func dayKey(d graph.Date) string {
	if d.IsZero() {
		return "unknown"
	}
	return d.String()
}

// lateKey sorts days in reverse, the unknown last.
func lateKey(d graph.Date) string {
	if d.IsZero() {
		return "unknown"
	}
	return manyKey(d.Year*10000 + int(d.Month)*100 + d.Day)
}

// manyKey sorts counts in reverse.
func manyKey(n int) string { return fmt.Sprintf("%010d", 1_000_000_000-n) }

// numberKey sorts numbers.
func numberKey(n int) string { return fmt.Sprintf("%010d", n) }
