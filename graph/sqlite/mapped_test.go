package sqlite_test

import (
	"errors"
	"os"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// A file that another program cuts short while it is read gives an error that says
// so, wherever it was cut, and the store answers again once the file is whole.
func TestFileCutShortWhileRead(t *testing.T) {
	path, want := filled(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	noticed := 0
	for size := int64(4096); size < int64(len(whole)); size += 3 * 4096 {
		store, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		cut := func(*graph.Batch) error { return os.Truncate(path, size) }
		if err := store.Walk(t.Context(), graph.Visitor{Batch: cut}); err != nil {
			noticed++
			if !errors.Is(err, graph.ErrCorrupt) {
				t.Errorf("cut to %d bytes: an error that does not tell of damage: %v", size, err)
			}
		}
		if err := store.Ready(t.Context()); !errors.Is(err, graph.ErrCorrupt) {
			t.Errorf("ready with a file cut to %d bytes, error %v", size, err)
		}
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := graphtest.Digest(t, store); got != want {
			t.Fatalf("after a cut to %d bytes the digest is %s, was %s", size, got, want)
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
	if noticed == 0 {
		t.Error("no cut was noticed")
	}
}
