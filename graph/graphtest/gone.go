package graphtest

import (
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

// goneOnesLeave puts newer versions of articles, which lack the members and reports that
// have the IDs of entities and events. The old IDs still resolve to what they were part of.
func goneOnesLeave(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	g := canal.Graph
	for _, e := range g.Entities {
		if len(graph.ProfileOf(e).Members) > 1 {
			renameMember(g, e.NodeID())
			putAgain(t, store, g)
		}
	}
	for _, e := range g.Events {
		if len(e.ReportIDs) > 1 {
			dropReport(g, graph.ReportIDOf(e.ID))
			putAgain(t, store, g)
		}
	}
	names := []string{"varga", "okonedo", "lindqvist", "oneil", "marenia", "tolvar", "authority", "lockhaven", "call", "envoy", "summit"}
	nodes, err := store.Nodes(t.Context(), canal.IDs(names...))
	if err != nil {
		t.Fatal(err)
	}
	told := Canal()
	for i, old := range names {
		switch {
		case nodes[i] == nil:
			t.Errorf("the old ID of %s finds nothing", old)
		case nodes[i].NodeID() == canal.ID(old):
			t.Errorf("the old ID of %s finds what still bears it", old)
		default:
			diff(t, "what the old ID of "+old+" finds", title(told.node(old)), title(nodes[i]))
		}
	}
	for _, old := range names[:8] {
		e, err := store.Entity(t.Context(), graph.EntityRef{ID: canal.ID(old)})
		if err != nil {
			t.Errorf("Entity by the old ID of %s: %v", old, err)
			continue
		}
		diff(t, "Entity by the old ID of "+old, title(told.node(old)), title(e))
	}
	page, err := store.Events(t.Context(), graph.EventQuery{EventFilter: graph.EventFilter{Who: &graph.EntityRef{ID: canal.ID("oneil")}}})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "events of O'Neil by his old ID", 1, len(page.Nodes))
}

// goneOnesFollow splits an entity after one of its members is gone.
func goneOnesFollow(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	old := canal.ID("okonedo")
	renameMember(canal.Graph, old)
	putAgain(t, store, canal.Graph)
	wantNames(t, store, map[string]string{old: "Bram Okonedo"})
	left := graph.ProfileOf(Canal().node("okonedo").(graph.Entity)).Members[1:]
	smallest := &graph.Person{Profile: graph.Profile{ID: left[0], Name: "The one left first", Members: left[:1]}}
	others := &graph.Person{Profile: graph.Profile{Name: "The others"}}
	for _, id := range graph.ProfileOf(canal.entityOf(left[0])).Members {
		if id != left[0] {
			others.Members = append(others.Members, id)
		}
	}
	others.ID = others.Members[0]
	update(t, store, func(tx graph.Tx) error {
		return tx.PutEntities([]string{"entities:okonedo"}, []graph.Entity{smallest, others})
	})
	wantNames(t, store, map[string]string{old: "The one left first", left[0]: "The one left first", left[1]: "The others"})
}

// title returns the text by which a node is known.
func title(n graph.Node) string {
	switch n := n.(type) {
	case graph.Entity:
		return graph.ProfileOf(n).Name
	case *graph.Event:
		return n.Summary
	case *graph.Article:
		return n.Title
	case *graph.Report:
		return n.Quote
	}
	return ""
}

// renameMember changes the ID of a member, as if its article now used another name.
func renameMember(g *Graph, old string) {
	for i, b := range g.Batches {
		fresh := storekit.CloneBatch(b)
		for j := range fresh.Members {
			if fresh.Members[j].ID == old {
				fresh.Members[j].ID = graph.MemberID(b.Article.ID, fresh.Members[j].Kind, "renamed "+old)
				replaceAll(fresh, old, fresh.Members[j].ID)
				replaceIn(graph.ProfileOf(g.entityOf(old)).Members, old, fresh.Members[j].ID)
				g.Batches[i] = fresh
			}
		}
	}
	*g = *g.Of(g.articleIDs()...)
}

func replaceAll(b *graph.Batch, old, fresh string) {
	for i := range b.Members {
		if b.Members[i].HolderID == old {
			b.Members[i].HolderID = fresh
		}
		for j := range b.Members[i].Positions {
			if b.Members[i].Positions[j].OrganizationID == old {
				b.Members[i].Positions[j].OrganizationID = fresh
			}
		}
	}
	for i := range b.Reports {
		r := &b.Reports[i]
		for j := range r.Participants {
			if r.Participants[j].EntityID == old {
				r.Participants[j].EntityID = fresh
			}
			if r.Participants[j].OnBehalfOfID == old {
				r.Participants[j].OnBehalfOfID = fresh
			}
		}
		replaceIn(r.AttributedToIDs, old, fresh)
		if r.PlaceID == old {
			r.PlaceID = fresh
		}
	}
}

func replaceIn(ids []string, old, fresh string) {
	for i := range ids {
		if ids[i] == old {
			ids[i] = fresh
		}
	}
}

func dropReport(g *Graph, id string) {
	for i, b := range g.Batches {
		g.Batches[i] = storekit.CloneBatch(b)
		g.Batches[i].Reports = keep(g.Batches[i].Reports, func(r graph.Report) bool { return r.ID != id })
	}
	*g = *g.Of(g.articleIDs()...)
}

// putAgain puts a graph over an older version of it.
func putAgain(t *testing.T, store graph.Store, g *Graph) {
	t.Helper()
	update(t, store, apply(g, func() error { return nil }))
}
