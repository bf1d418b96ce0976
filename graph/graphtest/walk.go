package graphtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"
)

var walkPromises = []promise{
	{"ShowsAllInOrder", walkShowsAll},
	{"SkipsWhatHasNoFunction", walkSkips},
	{"ReturnsTheErrorOfAFunction", walkReturnsErrors},
	{"IsAsOfOneMoment", walkIsOfOneMoment},
	{"DigestDoesNotDependOnOrder", digestInAnyOrder},
	{"DigestDoesNotDependOnLoadedAt", digestWithoutLoadedAt},
	{"DigestDependsOnAllElse", digestDependsOnAll},
	{"TellsNoneAltered", noneAltered},
}

func walkShowsAll(t *testing.T, open Open) {
	for name, g := range map[string]*Graph{"canal": Canal().Graph, "sample": Collect(Sample(5, Small))} {
		store := openWith(t, open, g)
		var got []any
		err := store.Walk(t.Context(), graph.Visitor{
			Batch:  func(b *graph.Batch) error { got = append(got, viewBatch(b)); return nil },
			Entity: func(e graph.Entity) error { got = append(got, viewEntity(e)); return nil },
			Event:  func(e *graph.Event) error { got = append(got, viewEvent(e)); return nil },
		})
		if err != nil {
			t.Fatal(err)
		}
		diff(t, "what Walk shows of the "+name, inWalkOrder(g), got)
	}
}

func inWalkOrder(g *Graph) []any {
	var want []any
	for _, b := range slices.SortedFunc(slices.Values(g.Batches), func(a, b *graph.Batch) int { return byID(&a.Article, &b.Article) }) {
		want = append(want, viewBatch(b))
	}
	for _, e := range slices.SortedFunc(slices.Values(g.Entities), byID) {
		want = append(want, viewEntity(e))
	}
	for _, e := range slices.SortedFunc(slices.Values(g.Events), byID) {
		want = append(want, viewEvent(e))
	}
	return want
}

func byID[T graph.Node](a, b T) int { return strings.Compare(a.NodeID(), b.NodeID()) }

func walkSkips(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	if err := store.Walk(t.Context(), graph.Visitor{}); err != nil {
		t.Errorf("Walk with no function: %v", err)
	}
	seen := 0
	if err := store.Walk(t.Context(), graph.Visitor{Entity: func(graph.Entity) error { seen++; return nil }}); err != nil {
		t.Errorf("Walk of entities: %v", err)
	}
	diff(t, "entities alone", len(canal.Entities), seen)
}

func walkReturnsErrors(t *testing.T, open Open) {
	store := openWith(t, open, Canal().Graph)
	for what, visit := range map[string]graph.Visitor{
		"batch":  {Batch: func(*graph.Batch) error { return errChange }},
		"entity": {Entity: func(graph.Entity) error { return errChange }},
		"event":  {Event: func(*graph.Event) error { return errChange }},
	} {
		seen := 0
		count := func() error { seen++; return nil }
		if visit.Event == nil {
			visit.Event = func(*graph.Event) error { return count() }
		}
		if err := store.Walk(t.Context(), visit); !errors.Is(err, errChange) {
			t.Errorf("Walk whose function for each %s fails returned %v", what, err)
		}
		diff(t, "events shown after an error at the first "+what, 0, seen)
	}
	if err := store.Ready(t.Context()); err != nil {
		t.Errorf("Ready after a Walk that was broken off: %v", err)
	}
}

// walkIsOfOneMoment loads an article while Walk is at its first batch.
func walkIsOfOneMoment(t *testing.T, open Open) {
	canal := Canal()
	part := canal.Of(canal.IDs("tolls", "undated", "denial")...)
	store := openWith(t, open, part)
	before := dump(t, store)
	done := make(chan error, 1)
	var shown Graph
	err := store.Walk(t.Context(), graph.Visitor{
		Batch: func(b *graph.Batch) error {
			if len(shown.Batches) == 0 {
				go func() { done <- Fill(t.Context(), store, canal.Puts(), 100) }()
				// A store may make writers wait for a Walk.
				if err := waitShortly(done); err != nil {
					return err
				}
			}
			shown.Batches = append(shown.Batches, b)
			return nil
		},
		Entity: func(e graph.Entity) error { shown.Entities = append(shown.Entities, e); return nil },
		Event:  func(e *graph.Event) error { shown.Events = append(shown.Events, e); return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	shown.Blocks = part.Blocks
	diff(t, "what a Walk showed while an article was loaded", before, dump(t, openWith(t, openMemory, &shown)))
	if dump(t, store) == before {
		t.Error("the article that was loaded during the Walk is not there after it")
	}
}

// waitShortly returns the error that comes within a moment, or nil.
func waitShortly(done chan error) error {
	select {
	case err := <-done:
		done <- err
		return err
	case <-time.After(500 * time.Millisecond):
		return nil
	}
}

// digestInAnyOrder loads articles one by one, in different orders, each with the clusters
// that merging would make then. In the end every store has the digest of one that was
// filled at once.
func digestInAnyOrder(t *testing.T, open Open) {
	for name, g := range map[string]*Graph{"canal": Canal().Graph, "sample": Collect(Sample(6, Size{Articles: 6, Reports: 20, Events: 14, Entities: 12}))} {
		want := Digest(t, openWith(t, openMemory, g))
		ids := g.articleIDs()
		backwards, shifted := slices.Clone(ids), append(slices.Clone(ids[2:]), ids[:2]...)
		slices.Reverse(backwards)
		for i, order := range [][]string{ids, backwards, shifted} {
			store := openEmpty(t, open)
			for at := range order {
				loadOne(t, store, g, order[:at+1])
			}
			diff(t, fmt.Sprintf("digest of the %s loaded in order %d", name, i), want, Digest(t, store))
			loadOne(t, store, g, order)
			diff(t, fmt.Sprintf("digest of the %s after its last article was loaded again", name), want, Digest(t, store))
		}
	}
}

// loadOne puts the last of the articles into a store that has the others.
func loadOne(t *testing.T, store graph.Store, g *Graph, articleIDs []string) {
	t.Helper()
	part := g.Of(articleIDs...)
	last := articleIDs[len(articleIDs)-1]
	update(t, store, func(tx graph.Tx) error {
		for _, b := range part.Batches {
			if b.Article.ID != last {
				continue
			}
			if err := tx.PutBatch(b); err != nil {
				return err
			}
		}
		for _, put := range part.Clusters() {
			if err := put.Apply(tx); err != nil {
				return err
			}
		}
		return nil
	})
}

// Digest returns the digest of a graph.
func Digest(tb testing.TB, store graph.Reader) string {
	tb.Helper()
	digest, err := graph.Digest(tb.Context(), store)
	if err != nil {
		tb.Fatal(err)
	}
	return digest
}

func digestWithoutLoadedAt(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	want := Digest(t, store)
	update(t, store, func(tx graph.Tx) error {
		batches, err := tx.Batches(canal.IDs("tolls"))
		if err != nil {
			return err
		}
		b := batches[canal.ID("tolls")]
		b.Article.LoadedAt = b.Article.LoadedAt.AddDate(1, 0, 0)
		return tx.PutBatch(b)
	})
	diff(t, "digest after a change of LoadedAt", want, Digest(t, store))
}

func digestDependsOnAll(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	seen := map[string]string{Digest(t, store): "the beginning"}
	changed := func(what string, change func(tx graph.Tx) error) {
		update(t, store, change)
		now := Digest(t, store)
		if other, ok := seen[now]; ok {
			t.Errorf("the digest after %s is that after %s", what, other)
		}
		seen[now] = what
	}
	changed("a report's confidence changed", func(tx graph.Tx) error {
		b := storekit.CloneBatch(canal.Batches[0])
		b.Reports[0].Confidence = 0.01
		return tx.PutBatch(b)
	})
	changed("a report's block changed", func(tx graph.Tx) error {
		return tx.PutReportBlocks(map[string]string{canal.ID("plans/talks"): "elsewhere"})
	})
	changed("an entity's country changed", func(tx graph.Tx) error {
		e := storekit.CloneEntity(canal.node("oneil").(graph.Entity))
		graph.ProfileOf(e).Country = "XI"
		return tx.PutEntities([]string{"entities:oneil"}, []graph.Entity{e})
	})
	changed("an event's summary changed", func(tx graph.Tx) error {
		e := storekit.CloneEvent(canal.node("letter").(*graph.Event))
		e.Summary = "A letter."
		return tx.PutEvents([]string{e.Block}, []*graph.Event{e})
	})
}
