package read

import (
	"context"
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/storekit"
)

// Path searches breadth first, from both ends.
func (s networkReader) Path(ctx context.Context, q graph.PathQuery) ([]graph.PathStep, error) {
	var path []graph.PathStep
	err := s.read(ctx, func(r *View) (err error) {
		if err := storekit.CheckPath(q); err != nil {
			return err
		}
		path, err = pathBetween(r, q)
		return err
	})
	return path, db.Translate(err, "path from %+v to %+v", q.From, q.To)
}

func pathBetween(r *View, q graph.PathQuery) ([]graph.PathStep, error) {
	from, err := identities{r}.mostReported(q.From)
	if err != nil {
		return nil, err
	}
	to, err := identities{r}.mostReported(q.To)
	if err != nil {
		return nil, err
	}
	linked := links{r, q.During}
	chain, err := linked.chain(from, to, q.MaxHops)
	if err != nil || chain == nil {
		return nil, err
	}
	return linked.steps(chain)
}

// chain returns the parties of the shortest chain, including both ends, or nil if there
// is none. It is a bidirectional breadth-first search that extends the smaller frontier,
// so it reads a small part of the graph. Of several chains it is the one with the
// smallest IDs.
func (l links) chain(from, to string, maxHops int) ([]string, error) {
	near, far := newRings(from), newRings(to)
	for !near.meets(far) {
		if near.steps()+far.steps() >= maxHops {
			return nil, nil
		}
		smaller := near
		if len(far.last()) < len(near.last()) {
			smaller = far
		}
		ring, err := l.with(smaller.last())
		if err != nil {
			return nil, err
		}
		if !smaller.grow(ring) {
			return nil, nil
		}
	}
	return l.smallestChain(from, near, far)
}

// rings are the parties around one party, by distance.
type rings struct {
	distance map[string]int
	rings    [][]string
}

func newRings(center string) *rings {
	return &rings{map[string]int{center: 0}, [][]string{{center}}}
}

func (r *rings) steps() int     { return len(r.rings) - 1 }
func (r *rings) last() []string { return r.rings[len(r.rings)-1] }

// meets reports whether the outermost rings have a party in common; inner ones would
// have met before.
func (r *rings) meets(other *rings) bool {
	return slices.ContainsFunc(r.last(), func(id string) bool {
		_, ok := other.distance[id]
		return ok
	})
}

// grow adds a ring of those linked parties that are new, and reports whether there are
// any.
func (r *rings) grow(linked map[string]int) bool {
	var ring []string
	for id := range linked {
		if _, seen := r.distance[id]; !seen {
			r.distance[id] = len(r.rings)
			ring = append(ring, id)
		}
	}
	r.rings = append(r.rings, ring)
	return len(ring) > 0
}

// smallestChain finds who is on any shortest chain, from where the rings meet back to
// both ends; then it goes from the start to the smallest ID at each step.
func (l links) smallestChain(from string, near, far *rings) ([]string, error) {
	meeting, length := near.steps(), near.steps()+far.steps()
	onChain := make([][]string, length+1)
	for _, id := range near.last() {
		if distance, ok := far.distance[id]; ok && distance == far.steps() {
			onChain[meeting] = append(onChain[meeting], id)
		}
	}
	var err error
	for step := meeting - 1; step >= 0; step-- {
		if onChain[step], err = l.at(onChain[step+1], near.distance, step); err != nil {
			return nil, err
		}
	}
	for step := meeting + 1; step <= length; step++ {
		if onChain[step], err = l.at(onChain[step-1], far.distance, length-step); err != nil {
			return nil, err
		}
	}
	chain := []string{from}
	for _, candidates := range onChain[1:] {
		linked, err := l.with(chain[len(chain)-1:])
		if err != nil {
			return nil, err
		}
		for _, id := range slices.Sorted(slices.Values(candidates)) {
			if linked[id] > 0 {
				chain = append(chain, id)
				break
			}
		}
	}
	return chain, nil
}

// at returns the parties at a distance that are linked to any of these.
func (l links) at(parties []string, distances map[string]int, distance int) ([]string, error) {
	linked, err := l.with(parties)
	if err != nil {
		return nil, err
	}
	var found []string
	for id := range linked {
		if d, ok := distances[id]; ok && d == distance {
			found = append(found, id)
		}
	}
	return found, nil
}

// steps returns the links of a chain with their events, which are filled and in order
// of time.
func (l links) steps(chain []string) ([]graph.PathStep, error) {
	entities, err := Entities(l.View, slices.Values(chain))
	if err != nil {
		return nil, err
	}
	byStep := make([][]string, len(chain)-1)
	events := make(map[string]*graph.Event)
	for i := range byStep {
		p := l.narrow(part{linkEvents, []any{chain[i], chain[i+1]}}).and(inTimeOrder)
		if byStep[i], err = l.Texts(p.from, p.args...); err != nil {
			return nil, err
		}
		for _, id := range byStep[i] {
			events[id] = nil
		}
	}
	if err := loadEvents(l.View, events, false); err != nil {
		return nil, err
	}
	path := make([]graph.PathStep, len(byStep))
	for i, ids := range byStep {
		path[i] = graph.PathStep{From: entities[chain[i]], To: entities[chain[i+1]]}
		for _, id := range ids {
			path[i].Events = append(path[i].Events, events[id])
		}
	}
	return path, fill(l.View, events, nil, 0, graph.Without{})
}
