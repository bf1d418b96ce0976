package graphtest

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Graph is a whole graph: articles, and what merging would make of them. Entities have
// their Members, and Blocks has the block of each entity, by ID.
type Graph struct {
	Batches  []*graph.Batch
	Entities []graph.Entity
	Events   []*graph.Event
	Blocks   map[string]string
}

// Put is one step of filling a store: a batch, or all the entities of a block (empty but
// not nil for none), or all its events. Block is empty for a batch.
type Put struct {
	Batch    *graph.Batch
	Block    string
	Entities []graph.Entity
	Events   []*graph.Event
}

// Apply applies the step.
func (p Put) Apply(tx graph.Tx) error {
	switch {
	case p.Batch != nil:
		return tx.PutBatch(p.Batch)
	case p.Entities != nil:
		return tx.PutEntities([]string{p.Block}, p.Entities)
	default:
		return tx.PutEvents([]string{p.Block}, p.Events)
	}
}

// Fill applies the steps, with so many in each transaction.
func Fill(ctx context.Context, w graph.Writer, puts iter.Seq[Put], perUpdate int) error {
	var waiting []Put
	flush := func() error {
		return w.Update(ctx, func(tx graph.Tx) error {
			for _, put := range waiting {
				if err := put.Apply(tx); err != nil {
					return err
				}
			}
			return nil
		})
	}
	for put := range puts {
		waiting = append(waiting, put)
		if len(waiting) < perUpdate {
			continue
		}
		if err := flush(); err != nil {
			return fmt.Errorf("fill: %w", err)
		}
		waiting = waiting[:0]
	}
	if err := flush(); err != nil {
		return fmt.Errorf("fill: %w", err)
	}
	return nil
}

// Collect returns the Graph that the steps make.
func Collect(puts iter.Seq[Put]) *Graph {
	g := &Graph{Blocks: map[string]string{}}
	for put := range puts {
		if put.Batch != nil {
			g.Batches = append(g.Batches, put.Batch)
		}
		for _, e := range put.Entities {
			g.Entities = append(g.Entities, e)
			g.Blocks[e.NodeID()] = put.Block
		}
		g.Events = append(g.Events, put.Events...)
	}
	return g
}

// Puts returns the steps that fill a store with the graph: every batch, then every
// block of entities, then every block of events.
func (g *Graph) Puts() iter.Seq[Put] {
	return func(yield func(Put) bool) {
		for _, b := range g.Batches {
			if !yield(Put{Batch: b}) {
				return
			}
		}
		for _, put := range g.Clusters() {
			if !yield(put) {
				return
			}
		}
	}
}

// Clusters returns the steps after the batches, ordered by block.
func (g *Graph) Clusters() []Put {
	entities := map[string][]graph.Entity{}
	for _, e := range g.Entities {
		block := g.Blocks[e.NodeID()]
		entities[block] = append(entities[block], e)
	}
	events := map[string][]*graph.Event{}
	for _, e := range g.Events {
		events[e.Block] = append(events[e.Block], e)
	}
	var puts []Put
	for _, block := range slices.Sorted(maps.Keys(entities)) {
		puts = append(puts, Put{Block: block, Entities: entities[block]})
	}
	for _, block := range slices.Sorted(maps.Keys(events)) {
		puts = append(puts, Put{Block: block, Events: events[block]})
	}
	return puts
}

// Changes returns the steps from one graph to another: the batches that are new or
// differ, then all clusters, and the blocks that become empty. Articles are never
// removed.
func Changes(from, to *Graph) []Put {
	had := map[string]*graph.Batch{}
	for _, b := range from.Batches {
		had[b.Article.ID] = b
	}
	var puts []Put
	for _, b := range to.Batches {
		if old := had[b.Article.ID]; old == nil || !reflect.DeepEqual(old, b) {
			puts = append(puts, Put{Batch: b})
		}
	}
	puts = append(puts, to.Clusters()...)
	left := map[string]bool{}
	for _, put := range to.Clusters() {
		left[put.Block] = true
	}
	for _, put := range from.Clusters() {
		switch {
		case left[put.Block]:
		case put.Entities != nil:
			puts = append(puts, Put{Block: put.Block, Entities: []graph.Entity{}})
		default:
			puts = append(puts, Put{Block: put.Block})
		}
	}
	return puts
}

// articleIDs returns the IDs of all articles.
func (g *Graph) articleIDs() []string {
	var ids []string
	for _, b := range g.Batches {
		ids = append(ids, b.Article.ID)
	}
	return ids
}

// entityOf returns the entity of a member.
func (g *Graph) entityOf(memberID string) graph.Entity {
	at := slices.IndexFunc(g.Entities, func(e graph.Entity) bool { return slices.Contains(graph.ProfileOf(e).Members, memberID) })
	return g.Entities[at]
}

// Of returns the graph of these articles alone: entities and events with the members and
// reports that are left, and with the IDs that follow, as merging would have made them
// before it saw the other articles.
func (g *Graph) Of(articleIDs ...string) *Graph {
	part := &Graph{Blocks: map[string]string{}}
	members, articles := map[string]bool{}, map[string]*graph.Article{}
	for _, b := range g.Batches {
		if !slices.Contains(articleIDs, b.Article.ID) {
			continue
		}
		part.Batches = append(part.Batches, b)
		for _, m := range b.Members {
			members[m.ID] = true
		}
		for _, r := range b.Reports {
			articles[r.ID] = &b.Article
		}
	}
	became := map[string]string{}
	for _, e := range g.Entities {
		left := keep(graph.ProfileOf(e).Members, func(id string) bool { return members[id] })
		if len(left) == 0 {
			continue
		}
		e = storekit.CloneEntity(e)
		became[e.NodeID()] = slices.Min(left)
		part.Blocks[slices.Min(left)] = g.Blocks[e.NodeID()]
		graph.ProfileOf(e).ID, graph.ProfileOf(e).Members = slices.Min(left), left
		part.Entities = append(part.Entities, e)
	}
	for _, e := range part.Entities {
		if person, ok := e.(*graph.Person); ok {
			for i := range person.Positions {
				person.Positions[i].OrganizationID = became[person.Positions[i].OrganizationID]
			}
		}
	}
	for _, e := range g.Events {
		if e = eventOf(e, articles, became); e != nil {
			part.Events = append(part.Events, e)
		}
	}
	return part
}

// eventOf returns what is left of an event with these reports and entities, or nil.
func eventOf(e *graph.Event, articles map[string]*graph.Article, became map[string]string) *graph.Event {
	e = storekit.CloneEvent(e)
	e.ReportIDs = keep(e.ReportIDs, func(id string) bool { return articles[id] != nil })
	if len(e.ReportIDs) == 0 {
		return nil
	}
	e.ID = graph.EventIDOf(slices.Min(e.ReportIDs))
	e.ArticleCount, e.PublisherCount = countArticles(e.ReportIDs, articles)
	e.PlaceID = became[e.PlaceID]
	for i := range e.Participants {
		p := &e.Participants[i]
		p.EntityID, p.OnBehalfOfID = became[p.EntityID], became[p.OnBehalfOfID]
	}
	e.Participants = keep(e.Participants, func(p graph.Participation) bool { return p.EntityID != "" })
	e.Conflicts = keep(e.Conflicts, func(c graph.Conflict) bool {
		return !slices.ContainsFunc(c.ReportIDs, func(id string) bool { return articles[id] == nil })
	})
	e.Merges = keep(e.Merges, func(m graph.Merge) bool {
		return !slices.ContainsFunc(m.ReportIDs, func(id string) bool { return articles[id] == nil })
	})
	e.Related = keep(e.Related, func(r graph.RelatedEvent) bool { return articles[r.ReportID] != nil })
	return e
}

// countArticles counts the articles of the reports, and their publishers.
func countArticles(reportIDs []string, articles map[string]*graph.Article) (int, int) {
	ids, publishers := map[string]bool{}, map[string]bool{}
	for _, id := range reportIDs {
		ids[articles[id].ID] = true
		if publisher := articles[id].Publisher; publisher != "" {
			publishers[graph.Fold(publisher)] = true
		}
	}
	return len(ids), len(publishers)
}

// sortReports sorts report IDs by the publication of their articles, those without a day
// last, and then by ID.
func sortReports(reportIDs []string, articles map[string]*graph.Article) {
	slices.SortFunc(reportIDs, func(a, b string) int {
		x, y := articles[a].Published, articles[b].Published
		if x.IsZero() != y.IsZero() {
			if x.IsZero() {
				return 1
			}
			return -1
		}
		if order := x.Compare(y); order != 0 {
			return order
		}
		return strings.Compare(a, b)
	})
}

// keep returns a new slice of those that pass, nil if none does.
func keep[T any](all []T, pass func(T) bool) []T {
	var kept []T
	for _, one := range all {
		if pass(one) {
			kept = append(kept, one)
		}
	}
	return kept
}
