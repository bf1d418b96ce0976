package graphtest

import (
	"testing"

	"dateline/graph"

	"github.com/google/go-cmp/cmp"
)

func TestCanalIsValid(t *testing.T) { wantValid(t, Canal().Graph) }

func TestSampleIsValid(t *testing.T) {
	for seed := range int64(20) {
		wantValid(t, Collect(Sample(seed, Small)))
	}
	wantValid(t, Collect(Sample(1, Size{Articles: 300, Reports: 900, Events: 600, Entities: 100})))
}

// wantValid checks a graph for what merging promises of it.
func wantValid(t *testing.T, g *Graph) {
	t.Helper()
	entityOf, eventOf, nodes := map[string]string{}, map[string]string{}, map[string]bool{"": true}
	for _, e := range g.Entities {
		nodes[e.NodeID()] = true
		for _, id := range graph.ProfileOf(e).Members {
			entityOf[id] = e.NodeID()
		}
		if entityOf[e.NodeID()] != e.NodeID() || g.Blocks[e.NodeID()] == "" {
			t.Errorf("entity %s is not called by a member of its own, or has no block", e.NodeID())
		}
	}
	for _, e := range g.Events {
		for _, id := range e.ReportIDs {
			eventOf[id] = e.ID
		}
		if eventOf[graph.ReportIDOf(e.ID)] != e.ID || e.Block == "" {
			t.Errorf("event %s is not called by a report of its own, or has no block", e.ID)
		}
		for _, p := range e.Participants {
			if !nodes[p.EntityID] || !nodes[p.OnBehalfOfID] {
				t.Errorf("event %s has the party %+v, no entity", e.ID, p)
			}
		}
		if !nodes[e.PlaceID] || e.ArticleCount < 1 {
			t.Errorf("event %s has the place %s and %d articles", e.ID, e.PlaceID, e.ArticleCount)
		}
	}
	for _, b := range g.Batches {
		if err := b.Check(); err != nil {
			t.Error(err)
		}
		for _, m := range b.Members {
			if e := entityOf[m.ID]; e == "" || g.Blocks[e] != m.Block {
				t.Errorf("member %s of block %q is in entity %q of block %q", m.ID, m.Block, e, g.Blocks[e])
			}
		}
		for _, r := range b.Reports {
			if eventOf[r.ID] == "" {
				t.Errorf("report %s is in no event", r.ID)
			}
		}
	}
}

func TestSampleHasItsSizeAndDependsOnItsSeedAlone(t *testing.T) {
	g := Collect(Sample(3, Small))
	if len(g.Batches) != Small.Articles || len(g.Events) != Small.Events {
		t.Errorf("%d articles and %d events, want %+v", len(g.Batches), len(g.Events), Small)
	}
	show := func(g *Graph) any {
		var views []any
		for _, b := range g.Batches {
			views = append(views, viewBatch(b))
		}
		return append(append(views, viewEach(g.Entities, viewEntity)...), viewEach(g.Events, viewEvent)...)
	}
	if d := cmp.Diff(show(g), show(Collect(Sample(3, Small)))); d != "" {
		t.Error(d)
	}
	other := Collect(Sample(4, Small))
	for _, e := range other.Entities {
		for _, old := range g.Entities {
			if e.NodeID() == old.NodeID() || other.Blocks[e.NodeID()] == g.Blocks[old.NodeID()] {
				t.Errorf("seeds 3 and 4 share %s or its block", e.NodeID())
			}
		}
	}
}

func BenchmarkSample(b *testing.B) {
	for b.Loop() {
		for range Sample(1, Medium) {
		}
	}
}
