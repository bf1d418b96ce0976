package graphtest

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Upgraded checks a store of an earlier release that was brought up to date: it answers
// every question, and takes what is new.
func Upgraded(t *testing.T, store graph.Store) {
	t.Helper()
	answersAsMemory(t, store)
	review := graph.NewReview(graph.Review{Kind: graph.ReviewConflict, Text: "?", Effect: 1, Doubt: 1}, "a")
	err := store.Update(t.Context(), func(tx graph.Tx) error { return tx.PutReviews([]string{"b"}, []*graph.Review{review}) })
	if err != nil {
		t.Error(err)
	}
}

// answersAsMemory checks that a store answers like a Memory that was filled with what a walk
// through the store shows.
func answersAsMemory(t *testing.T, store graph.Store) {
	t.Helper()
	g := &Graph{Blocks: map[string]string{}}
	err := store.Walk(t.Context(), graph.Visitor{
		Batch: func(b *graph.Batch) error { g.Batches = append(g.Batches, storekit.CloneBatch(b)); return nil },
		Event: func(e *graph.Event) error { g.Events = append(g.Events, storekit.CloneEvent(e)); return nil },
		Entity: func(e graph.Entity) error {
			g.Entities = append(g.Entities, storekit.CloneEntity(e))
			g.Blocks[e.NodeID()] = "entities"
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Batches)*len(g.Entities)*len(g.Events) == 0 {
		t.Fatalf("the store has %d articles, %d entities and %d events", len(g.Batches), len(g.Entities), len(g.Events))
	}
	memory := NewMemory()
	fill(t, memory, g)
	for name, ask := range g.questions() {
		bare := func(r graph.Reader) (any, error) {
			answer, err := ask(r)
			return withoutCursors(answer), err
		}
		if d := compareAnswers(store, memory, bare); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// withoutCursors returns an answer as JSON has it, without the cursors, which each store
// makes in its own way, and with an empty list as none.
func withoutCursors(answer any) any {
	data, _ := json.Marshal(answer) // plain values: cannot fail
	var plain any
	_ = json.Unmarshal(data, &plain)
	var strip func(any)
	strip = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			delete(v, "Cursors")
			for _, below := range v {
				strip(below)
			}
		case []any:
			for _, below := range v {
				strip(below)
			}
		}
	}
	strip(plain)
	return plain
}

// questions are of every kind that a reader answers, with arguments that the graph has.
func (g *Graph) questions() map[string]func(r graph.Reader) (any, error) {
	asking := context.Background()
	asked := map[string]func(r graph.Reader) (any, error){}
	events := func(name string, f graph.EventFilter) {
		for _, order := range graph.EventOrders() {
			q := graph.EventQuery{EventFilter: f, Order: order, Reports: 2, PageRequest: graph.PageRequest{First: 50, Total: true}}
			asked["events "+name+" "+string(order)] = func(r graph.Reader) (any, error) { return r.Events(asking, q) }
		}
	}
	events("", graph.EventFilter{})
	events("by confidence", graph.EventFilter{MinConfidence: 0.5})
	events("of a year", graph.EventFilter{During: graph.EDTFYear(2031)})
	for _, means := range graph.MeansKinds() {
		events("by "+string(means), graph.EventFilter{Means: []graph.Means{means}})
	}
	for _, kind := range graph.SourceKinds() {
		events("of "+string(kind), graph.EventFilter{SourceKinds: []graph.SourceKind{kind}})
	}
	for _, b := range g.Batches {
		a := &b.Article
		events("of "+a.Publisher, graph.EventFilter{Publisher: a.Publisher})
		events("at "+graph.Host(a.URL), graph.EventFilter{Publisher: graph.Host(a.URL)})
		events("known by "+a.Published.String(), graph.EventFilter{KnownBy: a.Published})
		asked["articles of "+a.Publisher] = func(r graph.Reader) (any, error) {
			return r.Articles(asking, graph.ArticleQuery{Publisher: a.Publisher, PageRequest: graph.PageRequest{Total: true}})
		}
		asked["entities in "+a.ID] = func(r graph.Reader) (any, error) { return r.EntitiesIn(asking, []string{a.ID}) }
		asked["mentions in "+a.ID] = func(r graph.Reader) (any, error) {
			return r.MentionsIn(asking, []string{a.ID}, graph.PageRequest{Total: true})
		}
		for _, word := range strings.Fields(graph.Fold(a.Title)) {
			asked["search "+word] = func(r graph.Reader) (any, error) { return r.Search(asking, word, graph.PageRequest{}) }
		}
	}
	countries := map[string]bool{}
	for _, e := range g.Entities {
		p := graph.ProfileOf(e)
		ref := graph.EntityRef{ID: p.ID}
		events("with "+p.ID, graph.EventFilter{Who: &ref})
		events("at the place "+p.ID, graph.EventFilter{Place: &ref})
		events("with any of "+p.ID, graph.EventFilter{AnyOf: []graph.EntityRef{ref}})
		asked["named "+p.Name] = func(r graph.Reader) (any, error) { return r.Entity(asking, graph.EntityRef{Name: p.Name}) }
		asked["suggestions for "+p.Name] = func(r graph.Reader) (any, error) { return r.Suggestions(asking, p.Name, 10) }
		asked["mentions of "+p.ID] = func(r graph.Reader) (any, error) {
			return r.MentionsOf(asking, []string{p.ID}, graph.PageRequest{Total: true})
		}
		asked["network of "+p.ID] = func(r graph.Reader) (any, error) {
			return r.Network(asking, graph.NetworkQuery{Center: ref, Hops: 2, Limit: 50})
		}
		asked["path from "+p.ID] = func(r graph.Reader) (any, error) {
			return r.Path(asking, graph.PathQuery{From: ref, To: graph.EntityRef{ID: g.Entities[0].NodeID()}, MaxHops: 4})
		}
		if p.Country != "" && !countries[p.Country] {
			countries[p.Country] = true
			events("of the side "+p.Country, graph.EventFilter{Who: &graph.EntityRef{Country: p.Country}})
		}
	}
	for _, e := range g.Events {
		for _, word := range slices.Compact(slices.Sorted(slices.Values(strings.Fields(graph.Fold(e.Summary))))) {
			asked["search "+word] = func(r graph.Reader) (any, error) { return r.Search(asking, word, graph.PageRequest{}) }
			events("whose quote has "+word, graph.EventFilter{Text: word})
		}
	}
	for _, facet := range graph.Facets() {
		asked["facet "+string(facet)] = func(r graph.Reader) (any, error) { return r.Facets(asking, graph.FacetQuery{By: facet, First: 50}) }
	}
	for _, unit := range graph.TimeUnits() {
		asked[fmt.Sprint("timeline ", unit)] = func(r graph.Reader) (any, error) { return r.Timeline(asking, graph.EventFilter{}, unit) }
	}
	return asked
}
