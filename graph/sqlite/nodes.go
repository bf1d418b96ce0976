package sqlite

import (
	"context"
	"iter"
	"maps"
	"slices"

	"dateline/graph"
)

// Nodes finds things of all kinds, those of one kind at once.
func (s *Store) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	var nodes []graph.Node
	err := s.read(ctx, func(r *reader) (err error) {
		nodes, err = r.nodes(ids)
		return err
	})
	return nodes, translate(err, "nodes %.200q", ids)
}

func (r *reader) nodes(ids []string) ([]graph.Node, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	byKind := make(map[string][]string)
	for _, id := range ids {
		byKind[graph.PrefixOf(id)] = append(byKind[graph.PrefixOf(id)], id)
	}
	found := make(map[string]graph.Node, len(ids))
	for _, find := range []func(map[string][]string, map[string]graph.Node) error{r.findArticles, r.findEvents, r.findEntities} {
		if err := find(byKind, found); err != nil {
			return nil, err
		}
	}
	nodes := make([]graph.Node, len(ids))
	for i, id := range ids {
		nodes[i] = found[id]
	}
	return nodes, nil
}

func (r *reader) findArticles(ids map[string][]string, found map[string]graph.Node) error {
	return r.eachOf(selectArticles, slices.Values(ids[graph.PrefixArticle]), func(r *row) error {
		a := readWholeArticle(r)
		found[a.ID] = a
		return nil
	})
}

// findEvents finds events and reports, and fills them together.
func (r *reader) findEvents(ids map[string][]string, found map[string]graph.Node) error {
	became, err := r.eventsOf(ids[graph.PrefixEvent])
	if err != nil {
		return err
	}
	events, err := r.events(maps.Values(became))
	if err != nil {
		return err
	}
	var reports []*graph.Report
	err = r.eachOf(selectReports, maps.Keys(set(ids[graph.PrefixReport])), func(r *row) error {
		report := readResolved(r)
		reports = append(reports, report)
		found[report.ID] = report
		return nil
	})
	if err != nil {
		return err
	}
	for asked, id := range became {
		if e := events[id]; e != nil {
			found[asked] = e
		}
	}
	return r.fill(slices.Collect(maps.Values(events)), 0, reports)
}

// events reads events by their IDs, not filled.
func (r *reader) events(ids iter.Seq[string]) (map[string]*graph.Event, error) {
	events := make(map[string]*graph.Event)
	err := r.eachOf(selectEvents, ids, func(r *row) error {
		e := readEvent(r)
		events[e.ID] = e
		return nil
	})
	return events, err
}

func (r *reader) findEntities(ids map[string][]string, found map[string]graph.Node) error {
	asked := slices.Concat(ids[graph.PrefixPerson], ids[graph.PrefixOrganization], ids[graph.PrefixPlace])
	became, err := r.entityIDs(asked)
	if err != nil {
		return err
	}
	entities, err := r.loadEntities(maps.Values(became))
	for id, entityID := range became {
		if e := entities[entityID]; e != nil {
			found[id] = e
		}
	}
	return err
}

func set(ids []string) map[string]bool {
	set := make(map[string]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}
