package graphtest

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
)

// contacts has the events of each pair of parties.
type contacts map[string]map[string][]*graph.Event

// ties are the events that link parties, and those in which one acted for the other as
// well.
type ties struct{ linked, near contacts }

// tiesDuring returns all links that overlap a time.
func (s answers) tiesDuring(during graph.EDTF) ties {
	linking := graph.EventFilter{
		Types:    []graph.EventType{graph.EventContact},
		Statuses: []graph.Status{graph.StatusAsserted, graph.StatusConfirmed, graph.StatusDisputed},
		During:   during,
	}
	found := ties{contacts{}, contacts{}}
	for _, e := range s.events {
		if !matches(e, linking) {
			continue
		}
		for i, p := range e.Participants {
			for _, one := range parties(p) {
				for _, other := range counterparts(e, i, one) {
					found.linked.add(one, other, e)
					found.near.add(one, other, e)
				}
			}
			if p.OnBehalfOfID != "" && p.OnBehalfOfID != p.EntityID {
				found.near.add(p.EntityID, p.OnBehalfOfID, e)
				found.near.add(p.OnBehalfOfID, p.EntityID, e)
			}
		}
	}
	return found
}

func (c contacts) add(one, other string, e *graph.Event) {
	if c[one] == nil {
		c[one] = map[string][]*graph.Event{}
	}
	if !slices.Contains(c[one][other], e) {
		c[one][other] = append(c[one][other], e)
	}
}

// Network goes out from the center step by step.
func (m networkReader) Network(ctx context.Context, q graph.NetworkQuery) (*graph.Network, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	if q.Hops < 0 || q.Limit < 0 {
		return nil, fmt.Errorf("memory: network: %w: %d hops, limit %d", graph.ErrInvalid, q.Hops, q.Limit)
	}
	center, err := s.oneOrNotFound(q.Center)
	if err != nil {
		return nil, err
	}
	ties := s.tiesDuring(q.During)
	linked := ties.linked
	ids := ties.near.around(center, q.Hops)
	network := &graph.Network{Center: s.entity(center)}
	if q.Limit > 0 && len(ids) > q.Limit {
		ids, network.Truncated = ids[:q.Limit], true
	}
	for _, id := range ids {
		network.Nodes = append(network.Nodes, s.entity(id))
	}
	slices.Sort(ids)
	for i, source := range ids {
		for _, target := range ids[i+1:] {
			if events := linked[source][target]; len(events) > 0 {
				network.Links = append(network.Links, s.link(source, target, events))
			}
		}
	}
	return network, nil
}

// around returns the center and the parties within so many steps, nearest first.
func (c contacts) around(center string, hops int) []string {
	near, ring := []string{center}, []string{center}
	for range hops {
		touches := map[string]int{}
		for _, id := range ring {
			for other, events := range c[id] {
				if !slices.Contains(near, other) {
					touches[other] += len(events)
				}
			}
		}
		ring = slices.SortedFunc(maps.Keys(touches), func(a, b string) int {
			return cmp.Or(cmp.Compare(touches[b], touches[a]), strings.Compare(a, b))
		})
		near = append(near, ring...)
	}
	return near
}

func (s answers) link(source, target string, events []*graph.Event) graph.Link {
	link := graph.Link{Source: s.entity(source), Target: s.entity(target), Count: len(events)}
	used := map[graph.Means]bool{}
	for _, e := range events {
		used[e.Means] = true
		if e.Time == nil {
			continue
		}
		if first := e.Time.Earliest(); first != graph.MinDate && (link.Earliest.IsZero() || first.Before(link.Earliest)) {
			link.Earliest = first
		}
		if last := e.Time.Latest(); last != graph.MaxDate && last.After(link.Latest) {
			link.Latest = last
		}
	}
	link.Means = keep(graph.MeansKinds(), func(means graph.Means) bool { return used[means] })
	return link
}

// Path counts the steps from every party to the end, and then goes from the start to the
// smallest ID that is one step nearer, until it arrives.
func (m networkReader) Path(ctx context.Context, q graph.PathQuery) ([]graph.PathStep, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	if q.MaxHops < 0 {
		return nil, fmt.Errorf("memory: path: %w: %d hops", graph.ErrInvalid, q.MaxHops)
	}
	from, err := s.oneOrNotFound(q.From)
	if err != nil {
		return nil, err
	}
	to, err := s.oneOrNotFound(q.To)
	if err != nil {
		return nil, err
	}
	linked := s.tiesDuring(q.During).near
	steps := linked.stepsTo(to)
	if length, ok := steps[from]; !ok || length > q.MaxHops {
		return nil, nil
	}
	path := []graph.PathStep{}
	for at := from; at != to; {
		next := ""
		for other := range linked[at] {
			if left, ok := steps[other]; ok && left == steps[at]-1 && (next == "" || other < next) {
				next = other
			}
		}
		step := graph.PathStep{From: s.entity(at), To: s.entity(next)}
		if step.Events, err = s.inTime(linked[at][next]); err != nil {
			return nil, err
		}
		path = append(path, step)
		at = next
	}
	return path, nil
}

// stepsTo counts the steps to a party from all parties that lead to it.
func (c contacts) stepsTo(to string) map[string]int {
	steps := map[string]int{to: 0}
	for queue := []string{to}; len(queue) > 0; queue = queue[1:] {
		for other := range c[queue[0]] {
			if _, seen := steps[other]; !seen {
				steps[other] = steps[queue[0]] + 1
				queue = append(queue, other)
			}
		}
	}
	return steps
}

// inTime returns events filled and in order of time.
func (s answers) inTime(events []*graph.Event) ([]*graph.Event, error) {
	l, err := inOrder(graph.OrderTimeAscending)
	if err != nil {
		return nil, err
	}
	l.nodes = slices.Clone(events)
	page, err := l.page(graph.PageRequest{})
	if err != nil {
		return nil, err
	}
	for i, e := range page.Nodes {
		if page.Nodes[i], err = s.event(e.ID, 0); err != nil {
			return nil, err
		}
	}
	return page.Nodes, nil
}
