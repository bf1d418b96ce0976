package read

import (
	"context"
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
)

// Nodes finds things of all kinds, all of one kind at once.
func (s *Reader) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	var nodes []graph.Node
	err := s.read(ctx, func(r *View) (err error) {
		nodes, err = r.nodes(ids)
		return err
	})
	return nodes, db.Translate(err, "nodes %.200q", ids)
}

func (r *View) nodes(ids []string) ([]graph.Node, error) {
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

func (r *View) findArticles(ids map[string][]string, found map[string]graph.Node) error {
	articles, err := r.wholeArticles(slices.Values(ids[graph.PrefixArticle]))
	for id, a := range articles {
		found[id] = a
	}
	return err
}

// findEvents finds events and reports, and fills them together.
func (r *View) findEvents(ids map[string][]string, found map[string]graph.Node) error {
	became, err := r.eventsOf(ids[graph.PrefixEvent])
	if err != nil {
		return err
	}
	events := wanted[*graph.Event](maps.Values(became))
	if err := r.loadEvents(events, false); err != nil {
		return err
	}
	reports := wanted[*graph.Report](slices.Values(ids[graph.PrefixReport]))
	if err := r.loadReports(reports, false); err != nil {
		return err
	}
	for id, report := range reports {
		found[id] = report
	}
	for asked, id := range became {
		if e := events[id]; e != nil {
			found[asked] = e
		}
	}
	return r.fill(events, reports, 0, graph.Without{})
}

func (r *View) findEntities(ids map[string][]string, found map[string]graph.Node) error {
	asked := slices.Concat(ids[graph.PrefixPerson], ids[graph.PrefixOrganization], ids[graph.PrefixPlace])
	became, err := r.entityIDs(asked)
	if err != nil {
		return err
	}
	entities, err := r.Entities(maps.Values(became))
	for id, entityID := range became {
		if e := entities[entityID]; e != nil {
			found[id] = e
		}
	}
	return err
}
