package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite"
	"dateline/loader/merge"
)

// Another process writes for longer than SQLite waits by itself: what is loaded
// meanwhile waits with it, and nothing is lost. Readers do not wait.
func TestUpdateWaitsForAnotherProcess(t *testing.T) {
	path, _ := filled(t)
	store := openImpatient(t, path)
	waiting := logged(t, "waiting for another process")
	unlock := lock(t, path)
	article := graph.Article{ID: "art_new", Title: "Ferries resume", Text: "Ferries resume."}
	loaded := make(chan error)
	go func() {
		loaded <- store.Update(t.Context(), func(tx graph.Tx) error {
			_, err := merge.Apply(tx, &graph.Batch{Article: article})
			return err
		})
	}()
	select {
	case <-waiting:
	case err := <-loaded:
		t.Fatalf("Update did not wait: %v", err)
	}
	if err := store.Ready(t.Context()); err != nil {
		t.Errorf("a reader is kept waiting: %v", err)
	}
	unlock()
	if err := <-loaded; err != nil {
		t.Fatal(err)
	}
	nodes, err := store.Nodes(t.Context(), []string{article.ID})
	if err != nil || nodes[0] == nil {
		t.Errorf("the article is lost, error %v", err)
	}
}

func TestUpdateWaitsUntilToldToStop(t *testing.T) {
	path, _ := filled(t)
	store := openImpatient(t, path)
	waiting := logged(t, "waiting for another process")
	unlock := lock(t, path)
	ctx, stop := context.WithCancel(t.Context())
	go func() {
		<-waiting
		stop()
	}()
	unchanged := func(graph.Tx) error { t.Error("Update ran its change"); return nil }
	if err := store.Update(ctx, unchanged); !errors.Is(err, graph.ErrTimeout) {
		t.Errorf("Update gave the error %v, want %q", err, graph.ErrTimeout)
	}
	unlock()
	if err := store.Update(t.Context(), func(graph.Tx) error { return nil }); err != nil {
		t.Errorf("Update after the lock is gone: %v", err)
	}
}

// Another process makes the same new file, as when eight loaders begin at once: SQLite
// refuses to turn the log on, without waiting.
func TestOpenANewFileThatIsWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.db")
	waiting := logged(t, "waiting for another process")
	unlock := lock(t, path)
	go func() {
		<-waiting
		unlock()
	}()
	openImpatient(t, path)
}

func openImpatient(t *testing.T, path string) graph.Store {
	t.Helper()
	store, err := sqlite.Open(t.Context(), path, sqlite.BusyTimeout(time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

// lock begins to write, as another process would.
func lock(t *testing.T, path string) (unlock func()) {
	t.Helper()
	db := another(t, path)
	exec := func(db *sql.DB, statement string) {
		if _, err := db.Exec(statement); err != nil {
			t.Errorf("%s: %v", statement, err)
		}
	}
	exec(db, "BEGIN IMMEDIATE")
	return func() { exec(db, "ROLLBACK") }
}

// logged returns a channel that is closed once a text was logged.
func logged(t *testing.T, text string) <-chan struct{} {
	before := slog.Default()
	t.Cleanup(func() { slog.SetDefault(before) })
	seen := make(chan struct{})
	slog.SetDefault(slog.New(slog.NewTextHandler(&watcher{text, seen}, nil)))
	return seen
}

type watcher struct {
	text string
	seen chan struct{}
}

func (w *watcher) Write(line []byte) (int, error) {
	if w.text != "" && strings.Contains(string(line), w.text) {
		w.text = ""
		close(w.seen)
	}
	return len(line), nil
}
