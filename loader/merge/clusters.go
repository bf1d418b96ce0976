package merge

import (
	"slices"
	"strings"

	"dateline/graph"
)

// Clusters returns the entities and events of the blocks that members and reports are in,
// as merging makes them from what the transaction sees now. Judgements can join these
// with further blocks, whose clusters are among them.
func Clusters(tx graph.Tx, ids []string) ([]graph.Cluster, error) {
	c := change{tx: tx, read: tx}
	entities, err := c.entityClusters(ids)
	if err != nil {
		return nil, err
	}
	events, err := c.eventClusters(ids)
	return append(entities, events...), err
}

func (c *change) entityClusters(ids []string) ([]graph.Cluster, error) {
	blocks, err := c.blocksOf(ids, isMember)
	if err != nil || len(blocks) == 0 {
		return nil, err
	}
	space, err := c.memberSpace(blocks)
	if err != nil {
		return nil, err
	}
	var clusters []graph.Cluster
	for _, unit := range space.units() {
		for _, linked := range space.clusters(unit) {
			profile := graph.ProfileOf(linked.Entity)
			clusters = append(clusters, graph.Cluster{ID: profile.ID, Name: profile.Name, Detail: detail(linked.Entity), Members: profile.Members})
		}
	}
	return clusters, nil
}

// detail is what can be corrected of an entity besides its name.
func detail(e graph.Entity) string {
	switch e := e.(type) {
	case *graph.Organization:
		return string(e.Kind)
	case *graph.Person:
		var titles []string
		for _, p := range e.Positions {
			titles = append(titles, p.Title)
		}
		return strings.Join(titles, ", ")
	}
	return ""
}

func (c *change) eventClusters(ids []string) ([]graph.Cluster, error) {
	blocks, err := c.blocksOf(ids, isReport)
	if err != nil || len(blocks) == 0 {
		return nil, err
	}
	space, err := c.reportSpace(blocks)
	if err != nil {
		return nil, err
	}
	var clusters []graph.Cluster
	for _, unit := range space.units() {
		events, _ := space.events(unit)
		for _, e := range events {
			clusters = append(clusters, graph.Cluster{ID: e.ID, Name: e.Summary, Detail: string(e.Status), Members: slices.Sorted(slices.Values(e.ReportIDs))})
		}
	}
	return clusters, nil
}

// blocksOf returns the blocks of those of the IDs that are stored.
func (c *change) blocksOf(ids []string, of func(id string) bool) (map[string]bool, error) {
	found, err := c.present(slices.Clone(ids), of)
	blocks := map[string]bool{}
	for _, at := range found {
		blocks[at.Block] = true
	}
	delete(blocks, "")
	return blocks, err
}
