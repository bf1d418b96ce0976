package main

import (
	"context"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
	"dateline/loader"
	"dateline/loader/merge"
	"dateline/loader/read"
)

// everything reads the samples and, if it is there, the material of ../shared.
func everything(t *testing.T) []read.Item {
	t.Helper()
	sources := []string{"samples"}
	for _, name := range []string{"../shared/articles", "../shared/contactbench/seeds.jsonl", "../shared/contactbench/dev.jsonl"} {
		if found, _ := filepath.Glob(name); len(found) > 0 {
			sources = append(sources, name)
		}
	}
	var items []read.Item
	for item := range read.Sources(context.Background(), sources, read.Options{}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		items = append(items, item)
	}
	return items
}

func newExtractor(t *testing.T) *loader.Extractor {
	t.Helper()
	extractor, err := loader.NewExtractor()
	if err != nil {
		t.Fatal(err)
	}
	return extractor
}

func loadAll(t *testing.T, store graph.Writer, extractor *loader.Extractor, workers int, items iter.Seq[read.Item]) {
	t.Helper()
	load := loader.Loader{Store: store, Extractor: extractor, Workers: workers, Now: time.Now}
	err := load.Load(context.Background(), items, func(r loader.Result) {
		if r.Err != nil {
			t.Error(r.Err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The digest is the same for 20 random orders, after everything is loaded a second time
// by more workers, and on Neo4j. Extraction is a function of one article, so it is done
// once.
func TestDigestDoesNotDependOnOrder(t *testing.T) {
	items := everything(t)
	extractor := newExtractor(t)
	first := openStore(t, filepath.Join(t.TempDir(), "first.db"))
	loadAll(t, first, extractor, 2, slices.Values(items))
	want := graphtest.Digest(t, first)
	loadAll(t, first, extractor, 4, slices.Values(items))
	if again := graphtest.Digest(t, first); again != want {
		t.Fatalf("after a second load: digest %s, want %s", again, want)
	}

	var batches []*graph.Batch
	for _, item := range items {
		batch, err := extractor.Extract(item)
		if err != nil {
			t.Fatal(err)
		}
		batches = append(batches, batch)
	}
	random := rand.New(rand.NewPCG(20240312, 1))
	for order := range 20 {
		random.Shuffle(len(batches), func(i, j int) { batches[i], batches[j] = batches[j], batches[i] })
		store := openStore(t, sqlite.Memory) // which does not wait for the disk
		for _, batch := range batches {
			applyBatch(t, store, batch)
		}
		if got := graphtest.Digest(t, store); got != want {
			t.Fatalf("order %d: digest %s, want %s", order, got, want)
		}
		store.Close()
	}
	t.Run("neo4j", func(t *testing.T) {
		store := openNeo4j(t)
		if err := applyShuffled(t.Context(), store, batches, nil, random); err != nil {
			t.Fatal(err)
		}
		if got := graphtest.Digest(t, store); got != want {
			t.Errorf("digest on Neo4j %s, on SQLite %s", got, want)
		}
	})
}

func applyBatch(t *testing.T, store graph.Writer, batch *graph.Batch) {
	t.Helper()
	err := store.Update(context.Background(), func(tx graph.Tx) error {
		_, err := merge.Apply(tx, batch)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
