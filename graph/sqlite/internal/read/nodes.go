package read

import (
	"context"
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
)

// Nodes finds things of all kinds, all of one kind at once.
func (s nodeReader) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	var nodes []graph.Node
	err := s.read(ctx, func(r *View) (err error) {
		nodes, err = nodesOf(r, ids)
		return err
	})
	return nodes, db.Translate(err, "nodes %.200q", ids)
}

func nodesOf(r *View, ids []string) ([]graph.Node, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	byKind := make(map[string][]string)
	for _, id := range ids {
		byKind[graph.PrefixOf(id)] = append(byKind[graph.PrefixOf(id)], id)
	}
	f := finding{identities{r}, byKind, make(map[string]graph.Node, len(ids))}
	for _, find := range []func() error{f.articles, f.events, f.entities} {
		if err := find(); err != nil {
			return nil, err
		}
	}
	nodes := make([]graph.Node, len(ids))
	for i, id := range ids {
		nodes[i] = f.found[id]
	}
	return nodes, nil
}

// finding is a search for things by their IDs.
type finding struct {
	identities
	ids   map[string][]string // by their prefix
	found map[string]graph.Node
}

func (f finding) articles() error {
	articles, err := wholeArticles(f.View, slices.Values(f.ids[graph.PrefixArticle]))
	for id, a := range articles {
		f.found[id] = a
	}
	return err
}

// events finds events and reports, and fills them together.
func (f finding) events() error {
	became, err := f.eventsOf(f.ids[graph.PrefixEvent])
	if err != nil {
		return err
	}
	events := wanted[*graph.Event](maps.Values(became))
	if err := loadEvents(f.View, events, false); err != nil {
		return err
	}
	reports := wanted[*graph.Report](slices.Values(f.ids[graph.PrefixReport]))
	if err := loadReports(f.View, reports, graph.Without{}); err != nil {
		return err
	}
	for id, report := range reports {
		f.found[id] = report
	}
	for asked, id := range became {
		if e := events[id]; e != nil {
			f.found[asked] = e
		}
	}
	return fill(f.View, events, reports, 0, graph.Without{})
}

func (f finding) entities() error {
	asked := slices.Concat(f.ids[graph.PrefixPerson], f.ids[graph.PrefixOrganization], f.ids[graph.PrefixPlace])
	became, err := f.entityIDs(asked)
	if err != nil {
		return err
	}
	entities, err := Entities(f.View, maps.Values(became))
	for id, entityID := range became {
		if e := entities[entityID]; e != nil {
			f.found[id] = e
		}
	}
	return err
}
