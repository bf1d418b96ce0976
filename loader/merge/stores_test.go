package merge_test

import (
	"errors"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
	"dateline/loader/merge"
	"dateline/loader/merge/mergetest"
)

// SQLite, which caches what it works on, makes the same graph as a store that does not:
// with articles that are new, unchanged and replaced, and with transactions undone.
func TestSQLiteAgreesWithMemory(t *testing.T) {
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "news.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	plain, press, random := graphtest.NewMemory(), mergetest.NewPress(), rand.New(rand.NewPCG(1815, 7))
	var all []*graph.Batch
	for round := range 12 {
		var group []*graph.Batch
		for range 5 {
			group = append(group, press.Article())
		}
		for i := range 3 {
			if old := random.IntN(len(all) + 1); old < len(all) {
				group = append(group, all[old])
			}
			all = append(all, group[i])
			group[i] = draft(group[i]) // which its whole version will replace
		}
		all = append(all, group...)
		if round%3 == 1 {
			undo := errors.New("undone")
			err := file.Update(t.Context(), func(tx graph.Tx) error {
				_, err := merge.Apply(tx, all[len(all)/2], press.Article())
				return errors.Join(undo, err)
			})
			if !errors.Is(err, undo) {
				t.Fatal(err)
			}
		}
		mergetest.ApplyGroup(t, file, group...)
		mergetest.ApplyGroup(t, plain, group...)
		if got, want := mergetest.Digest(t, file), mergetest.Digest(t, plain); got != want {
			t.Fatalf("after round %d: digest %s, in memory %s", round, got, want)
		}
	}
	mergetest.ApplyGroup(t, file, all...)
	mergetest.ApplyGroup(t, plain, all...)
	if got, want := mergetest.Digest(t, file), mergetest.Digest(t, plain); got != want {
		t.Fatalf("digest %s, in memory %s", got, want)
	}
}

// What one store has cached of a file is out of date as soon as another writes to it.
func TestTwoStoresLoadIntoOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	var stores []graph.Store
	for range 2 {
		store, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		stores = append(stores, store)
	}
	plain, press, random := graphtest.NewMemory(), mergetest.NewPress(), rand.New(rand.NewPCG(1815, 7))
	for round := range 8 {
		group := []*graph.Batch{press.Article(), press.Article(), press.Article()}
		mergetest.ApplyGroup(t, stores[random.IntN(2)], group...)
		mergetest.ApplyGroup(t, plain, group...)
		if got, want := mergetest.Digest(t, stores[0]), mergetest.Digest(t, plain); got != want {
			t.Fatalf("after round %d: digest %s, in memory %s", round, got, want)
		}
	}
}
