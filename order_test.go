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
	"dateline/loader"
	"dateline/loader/read"
)

// everything reads the samples and, where it is present, the shared material.
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

// The digest is the same for 20 random orders with one to four workers, and after
// everything is loaded a second time.
func TestDigestDoesNotDependOnOrder(t *testing.T) {
	items := everything(t)
	extractor, err := loader.NewExtractor()
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(20240312, 1))
	want := ""
	for round := range 20 {
		store := openStore(t, filepath.Join(t.TempDir(), "order.db"))
		random.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		loadAll(t, store, extractor, 1+round%4, slices.Values(items))
		got := digestOf(t, store)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("order %d: digest %s, want %s", round, got, want)
		}
		if round == 0 {
			loadAll(t, store, extractor, 2, slices.Values(items))
			if again := digestOf(t, store); again != want {
				t.Fatalf("after a second load: digest %s, want %s", again, want)
			}
		}
		store.Close()
	}
}
