package live

import (
	"context"
	"maps"
	"slices"

	"dateline/graph"
)

// reportsFilled is how many reports of each event are filled, as many as most
// subscribers show.
const reportsFilled = 3

// Fill reads the events of changes as they are now, and the parties of what they were.
func Fill(ctx context.Context, store Store, changes []graph.Change) ([]*Change, error) {
	ids := make(map[string]bool)
	for _, c := range changes {
		ids[c.EventID] = true
		if c.Before != nil {
			for _, p := range c.Before.Participants {
				ids[p.EntityID], ids[p.OnBehalfOfID] = true, true
			}
		}
	}
	delete(ids, "")
	found, err := nodesOf(ctx, store, slices.Sorted(maps.Keys(ids)))
	if err != nil {
		return nil, err
	}
	filled := make([]*Change, len(changes))
	events := make(map[string]*graph.Event)
	for i, c := range changes {
		filled[i] = &Change{Change: c}
		if e, _ := found[c.EventID].(*graph.Event); e != nil {
			filled[i].Event = e
			events[e.ID] = e
		}
		if c.Before != nil {
			fillParties(c.Before, found)
		}
	}
	return filled, fillReports(ctx, store, events)
}

func fillParties(e *graph.Event, found map[string]graph.Node) {
	for i := range e.Participants {
		p := &e.Participants[i]
		p.Entity, _ = found[p.EntityID].(graph.Entity)
		p.OnBehalfOf, _ = found[p.OnBehalfOfID].(graph.Entity)
	}
}

// fillReports fills the first reports of events. Several changes can share an event.
func fillReports(ctx context.Context, store Store, events map[string]*graph.Event) error {
	if len(events) == 0 {
		return nil
	}
	ids := slices.Sorted(maps.Keys(events))
	pages, err := store.Reports(ctx, graph.ReportQuery{EventIDs: ids, PageRequest: graph.PageRequest{First: reportsFilled}})
	if err != nil {
		return err
	}
	for i, id := range ids {
		events[id].Reports = pages[i]
	}
	return nil
}

// nodesOf returns nodes by the IDs that were asked for.
func nodesOf(ctx context.Context, store Store, ids []string) (map[string]graph.Node, error) {
	found := make(map[string]graph.Node, len(ids))
	for some := range slices.Chunk(ids, nodesAtOnce) {
		nodes, err := store.Nodes(ctx, some)
		if err != nil {
			return nil, err
		}
		for i, node := range nodes {
			found[some[i]] = node
		}
	}
	return found, nil
}

// nodesAtOnce bounds one call of the store.
const nodesAtOnce = 1000
