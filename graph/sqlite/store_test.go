package sqlite_test

import (
	"path/filepath"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

func open(t testing.TB) graph.Store {
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func TestStore(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) graph.Store { return open(t) })
}

func BenchmarkStore(b *testing.B) {
	graphtest.Benchmark(b, func(b *testing.B) graph.Store { return open(b) })
}
