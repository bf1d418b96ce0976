package read

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/storekit"
)

// Network goes out from the center step by step, with one statement each.
func (s networkReader) Network(ctx context.Context, q graph.NetworkQuery) (*graph.Network, error) {
	var network *graph.Network
	err := s.read(ctx, func(r *View) (err error) {
		if err := storekit.CheckNetwork(q); err != nil {
			return err
		}
		network, err = networkAround(r, q)
		return err
	})
	return network, db.Translate(err, "network around %+v", q.Center)
}

func networkAround(r *View, q graph.NetworkQuery) (*graph.Network, error) {
	center, err := identities{r}.mostReported(q.Center)
	if err != nil {
		return nil, err
	}
	linked := links{r, q.During}
	ids, truncated, err := linked.around(center, q.Hops, q.Limit)
	if err != nil {
		return nil, err
	}
	entities, err := Entities(r, slices.Values(ids))
	if err != nil {
		return nil, err
	}
	network := &graph.Network{Center: entities[center], Truncated: truncated}
	for _, id := range ids {
		network.Nodes = append(network.Nodes, entities[id])
	}
	network.Links, err = linked.among(ids, entities)
	return network, err
}

// around returns the center and the parties within so many steps: nearest first, then
// by the number of contacts with the step before, then by ID. It stops at the step that
// reaches the limit; 0 means no limit.
func (l links) around(center string, hops, limit int) (ids []string, truncated bool, err error) {
	ids = []string{center}
	seen := map[string]bool{center: true}
	ring := ids
	for range hops {
		touches, err := l.with(ring)
		if err != nil {
			return nil, false, err
		}
		maps.DeleteFunc(touches, func(id string, _ int) bool { return seen[id] })
		ring = slices.SortedFunc(maps.Keys(touches), func(a, b string) int {
			return cmp.Or(cmp.Compare(touches[b], touches[a]), strings.Compare(a, b))
		})
		ids = append(ids, ring...)
		if limit > 0 && len(ids) > limit {
			return ids[:limit], true, nil
		}
		if len(ring) == 0 {
			break
		}
		for _, id := range ring {
			seen[id] = true
		}
	}
	return ids, false, nil
}
