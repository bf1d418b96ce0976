package sqlite

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"dateline/graph"
)

// Path searches breadth first.
func (s *Store) Path(ctx context.Context, q graph.PathQuery) ([]graph.PathStep, error) {
	var path []graph.PathStep
	err := s.read(ctx, func(r *reader) (err error) {
		if q.MaxHops < 0 {
			return fmt.Errorf("%w: %d hops", graph.ErrInvalid, q.MaxHops)
		}
		path, err = r.path(q)
		return err
	})
	return path, translate(err, "path from %+v to %+v", q.From, q.To)
}

func (r *reader) path(q graph.PathQuery) ([]graph.PathStep, error) {
	from, err := r.foremost(q.From)
	if err != nil {
		return nil, err
	}
	to, err := r.foremost(q.To)
	if err != nil {
		return nil, err
	}
	linked := r.contactsDuring(q.During)
	chain, err := linked.chain(from, to, q.MaxHops)
	if err != nil || chain == nil {
		return nil, err
	}
	return r.steps(linked, chain)
}

// chain gives the parties of the shortest chain, both ends included; nil for
// none. It takes rings around both ends, the smaller one first, until they meet:
// so it reads a small part of a graph in which everybody knows everybody by six
// steps. Then it goes from the start to the smallest ID that is one step nearer.
func (c *contacts) chain(from, to string, maxHops int) ([]string, error) {
	near, far := newRings(from), newRings(to)
	for !near.meets(far) {
		if near.steps()+far.steps() >= maxHops {
			return nil, nil
		}
		smaller := near
		if len(far.last()) < len(near.last()) {
			smaller = far
		}
		grown, err := smaller.grow(c)
		if err != nil || !grown {
			return nil, err
		}
	}
	return c.smallestChain(from, near, far)
}

// rings are the parties around one, by their distance.
type rings struct {
	distance map[string]int
	rings    [][]string
}

func newRings(center string) *rings {
	return &rings{map[string]int{center: 0}, [][]string{{center}}}
}

func (r *rings) steps() int     { return len(r.rings) - 1 }
func (r *rings) last() []string { return r.rings[len(r.rings)-1] }

// meets is true where the outermost rings touch; inner ones would have before.
func (r *rings) meets(other *rings) bool {
	return slices.ContainsFunc(r.last(), func(id string) bool {
		_, ok := other.distance[id]
		return ok
	})
}

// grow adds a ring, and is false where there is nobody further.
func (r *rings) grow(c *contacts) (bool, error) {
	var ring []string
	for _, id := range r.last() {
		links, err := c.of(id)
		if err != nil {
			return false, err
		}
		for other := range links {
			if _, seen := r.distance[other]; !seen {
				r.distance[other] = len(r.rings)
				ring = append(ring, other)
			}
		}
	}
	r.rings = append(r.rings, ring)
	return len(ring) > 0, nil
}

// smallestChain marks who is on a shortest chain, from where the rings meet back
// to both ends, and follows the smallest of them.
func (c *contacts) smallestChain(from string, near, far *rings) ([]string, error) {
	steps := near.steps()
	onChain := make([]map[string]bool, steps+far.steps()+1)
	onChain[steps] = make(map[string]bool)
	for id, distance := range near.distance {
		if beyond, ok := far.distance[id]; ok && distance == steps && beyond == far.steps() {
			onChain[steps][id] = true
		}
	}
	for step := steps; step > 0; step-- {
		if err := c.mark(onChain, step, step-1, near.distance, step-1); err != nil {
			return nil, err
		}
	}
	for step := steps; step < len(onChain)-1; step++ {
		if err := c.mark(onChain, step, step+1, far.distance, len(onChain)-2-step); err != nil {
			return nil, err
		}
	}
	chain := []string{from}
	for step := 1; step < len(onChain); step++ {
		links, err := c.of(chain[step-1])
		if err != nil {
			return nil, err
		}
		for _, id := range slices.Sorted(maps.Keys(onChain[step])) {
			if len(links[id]) > 0 {
				chain = append(chain, id)
				break
			}
		}
	}
	return chain, nil
}

// mark puts on the chain, at one step, those at a distance who are linked to one
// that is on it at the step beside.
func (c *contacts) mark(onChain []map[string]bool, beside, step int, distance map[string]int, want int) error {
	onChain[step] = make(map[string]bool)
	for id := range onChain[beside] {
		links, err := c.of(id)
		if err != nil {
			return err
		}
		for other := range links {
			if d, ok := distance[other]; ok && d == want {
				onChain[step][other] = true
			}
		}
	}
	return nil
}

// steps gives the links of a chain with their events, filled, in order of time.
func (r *reader) steps(linked *contacts, chain []string) ([]graph.PathStep, error) {
	entities, err := r.loadEntities(slices.Values(chain))
	if err != nil {
		return nil, err
	}
	byStep := make([][]string, len(chain)-1)
	var all []string
	for i := range byStep {
		links, err := linked.of(chain[i])
		if err != nil {
			return nil, err
		}
		for _, event := range slices.SortedFunc(slices.Values(links[chain[i+1]]), (*contact).order) {
			byStep[i] = append(byStep[i], event.id)
		}
		all = append(all, byStep[i]...)
	}
	events, err := r.events(slices.Values(all))
	if err != nil {
		return nil, err
	}
	path := make([]graph.PathStep, len(byStep))
	for i, ids := range byStep {
		path[i] = graph.PathStep{From: entities[chain[i]], To: entities[chain[i+1]]}
		for _, id := range ids {
			path[i].Events = append(path[i].Events, events[id])
		}
	}
	return path, r.fill(slices.Collect(maps.Values(events)), 0, nil)
}
