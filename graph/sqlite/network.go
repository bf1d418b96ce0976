package sqlite

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
)

// Network goes out from the center step by step.
func (s *Store) Network(ctx context.Context, q graph.NetworkQuery) (*graph.Network, error) {
	var network *graph.Network
	err := s.read(ctx, func(r *reader) (err error) {
		if q.Hops < 0 || q.Limit < 0 {
			return fmt.Errorf("%w: %d hops, limit %d", graph.ErrInvalid, q.Hops, q.Limit)
		}
		network, err = r.network(q)
		return err
	})
	return network, translate(err, "network around %+v", q.Center)
}

func (r *reader) network(q graph.NetworkQuery) (*graph.Network, error) {
	center, err := r.foremost(q.Center)
	if err != nil {
		return nil, err
	}
	linked := r.contactsDuring(q.During)
	ids, truncated, err := linked.around(center, q.Hops, q.Limit)
	if err != nil {
		return nil, err
	}
	entities, err := r.loadEntities(slices.Values(ids))
	if err != nil {
		return nil, err
	}
	network := &graph.Network{Center: entities[center], Truncated: truncated}
	for _, id := range ids {
		network.Nodes = append(network.Nodes, entities[id])
	}
	slices.Sort(ids)
	for i, source := range ids {
		links, err := linked.of(source)
		if err != nil {
			return nil, err
		}
		for _, target := range ids[i+1:] {
			if events := links[target]; len(events) > 0 {
				network.Links = append(network.Links, linkOf(entities[source], entities[target], events))
			}
		}
	}
	return network, nil
}

// around gives the center and those within so many steps: nearest first, then
// those with most contacts in the step before, then by ID. It goes no further
// than the step that reaches the limit; 0 is none.
func (c *contacts) around(center string, hops, limit int) (ids []string, truncated bool, err error) {
	ids = []string{center}
	seen := map[string]bool{center: true}
	ring := ids
	for range hops {
		if ring, err = c.nextRing(ring, seen); err != nil {
			return nil, false, err
		}
		ids = append(ids, ring...)
		if limit > 0 && len(ids) > limit {
			return ids[:limit], true, nil
		}
		if len(ring) == 0 {
			break
		}
	}
	return ids, false, nil
}

func (c *contacts) nextRing(ring []string, seen map[string]bool) ([]string, error) {
	touches := make(map[string]int)
	for _, id := range ring {
		links, err := c.of(id)
		if err != nil {
			return nil, err
		}
		for other, events := range links {
			if !seen[other] {
				touches[other] += len(events)
			}
		}
	}
	next := slices.SortedFunc(maps.Keys(touches), func(a, b string) int {
		return cmp.Or(cmp.Compare(touches[b], touches[a]), strings.Compare(a, b))
	})
	for _, id := range next {
		seen[id] = true
	}
	return next, nil
}
