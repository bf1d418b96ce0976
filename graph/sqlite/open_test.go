package sqlite_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"dateline/graph"
	"dateline/graph/sqlite"
)

// open refuses with a graph error and says why.
func TestOpenRefuses(t *testing.T) {
	folder := t.TempDir()
	garbage := filepath.Join(folder, "garbage.db")
	if err := os.WriteFile(garbage, make([]byte, 8192), 0o600); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(folder, "notes.txt")
	if err := os.WriteFile(text, []byte("Dear diary, today nobody met anybody."), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, path string
		options    []sqlite.Option
		want       error
	}{
		{"a folder", folder, nil, graph.ErrUnavailable},
		{"a missing folder", filepath.Join(folder, "none", "graph.db"), nil, graph.ErrUnavailable},
		{"zeros", garbage, nil, graph.ErrSchema},
		{"a text", text, nil, graph.ErrSchema},
		{"a text, for reading", text, []sqlite.Option{sqlite.ReadOnly()}, graph.ErrSchema},
		{"nothing to read", filepath.Join(folder, "none.db"), []sqlite.Option{sqlite.ReadOnly()}, graph.ErrUnavailable},
	} {
		t.Run(c.name, func(t *testing.T) {
			store, err := sqlite.Open(t.Context(), c.path, c.options...)
			if err == nil {
				store.Close()
			}
			if !errors.Is(err, c.want) {
				t.Errorf("Open(%q) gave the error %v, want %v", c.path, err, c.want)
			}
		})
	}
}
