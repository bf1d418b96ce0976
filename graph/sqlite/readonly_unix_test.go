//go:build unix

package sqlite_test

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// On a medium that cannot be written, the log's index cannot be made beside the file.
func TestReadOnlyFolder(t *testing.T) {
	path, want := filled(t)
	folder := filepath.Dir(path)
	for file, mode := range map[string]os.FileMode{path: 0o444, folder: 0o555, filepath.Dir(folder): 0o755} {
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		if err := os.Chmod(folder, 0o700); err != nil {
			t.Error(err)
		}
	})
	beNobody(t)
	store, err := sqlite.Open(t.Context(), path, sqlite.ReadOnly())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if got := graphtest.Digest(t, store); got != want {
		t.Errorf("the digest is %s, was %s", got, want)
	}
	if _, err := sqlite.Open(t.Context(), path); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("Open returned %v, want %v", err, graph.ErrReadOnly)
	}
}

// beNobody gives up root's rights until the test ends, since root may write anywhere.
func beNobody(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	const nobody, unchanged = 65534, -1
	if err := syscall.Setreuid(unchanged, nobody); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Setreuid(unchanged, 0); err != nil {
			t.Fatal(err)
		}
	})
}
