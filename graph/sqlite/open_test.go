package sqlite_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// another opens a file as another program would.
func another(t *testing.T, path string) *sql.DB {
	t.Helper()
	name := url.URL{Scheme: "file", Path: path}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	return db
}

func raw(t *testing.T, path string, statements ...string) {
	t.Helper()
	db := another(t, path)
	defer db.Close()
	for _, statement := range statements {
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// filled makes a store that holds the Canal graph, closes it and gives its path
// and digest.
func filled(t *testing.T) (path, digest string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "news of 50% & more?.db")
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := graphtest.Fill(t.Context(), store, graphtest.Canal().Puts(), 10); err != nil {
		t.Fatal(err)
	}
	digest = graphtest.Digest(t, store)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return path, digest
}

func TestOpenRefuses(t *testing.T) {
	folder := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	text := write("notes.txt", []byte("Dear diary, today nobody met anybody. "+strings.Repeat("Nor did I. ", 2000)))
	foreign := filepath.Join(folder, "recipes.db")
	raw(t, foreign, "CREATE TABLE recipes (title TEXT)")
	newer, _ := filled(t)
	raw(t, newer, "PRAGMA user_version = 999")
	older, _ := filled(t)
	raw(t, older, "PRAGMA user_version = 2")
	for _, c := range []struct {
		name, path string
		options    []sqlite.Option
		want       error
	}{
		{"a folder", folder, nil, graph.ErrUnavailable},
		{"a device", os.DevNull, nil, graph.ErrUnavailable},
		{"a path through a missing folder", filepath.Join(folder, "none", "graph.db"), nil, graph.ErrUnavailable},
		{"a path through a file", filepath.Join(text, "graph.db"), nil, graph.ErrUnavailable},
		{"zeros", write("zeros.db", make([]byte, 8192)), nil, graph.ErrSchema},
		{"a text", text, nil, graph.ErrSchema},
		{"a text, to read", text, []sqlite.Option{sqlite.ReadOnly()}, graph.ErrSchema},
		{"another program's database", foreign, nil, graph.ErrSchema},
		{"a newer schema", newer, nil, graph.ErrSchema},
		{"a schema of an earlier Dateline", older, nil, graph.ErrSchema},
		{"a newer schema, to read", newer, []sqlite.Option{sqlite.ReadOnly()}, graph.ErrSchema},
		{"nothing, to read", filepath.Join(folder, "none.db"), []sqlite.Option{sqlite.ReadOnly()}, graph.ErrUnavailable},
		{"an empty file, to read", write("empty.db", nil), []sqlite.Option{sqlite.ReadOnly()}, graph.ErrSchema},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, _ := os.ReadFile(c.path)
			store, err := sqlite.Open(t.Context(), c.path, c.options...)
			if err == nil {
				store.Close()
			}
			if !errors.Is(err, c.want) || !strings.Contains(fmt.Sprint(err), c.path) {
				t.Errorf("Open gave the error %v, want %q and the path", err, c.want)
			}
			if after, _ := os.ReadFile(c.path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestOpenAgain(t *testing.T) {
	path, want := filled(t)
	for range 2 {
		store, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if got := graphtest.Digest(t, store); got != want {
			t.Errorf("the digest is %s, was %s", got, want)
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestMigratesAnEmptyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if err := store.Ready(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestOpenReadOnly(t *testing.T) {
	path, want := filled(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	store, err := sqlite.Open(t.Context(), path, sqlite.ReadOnly())
	if err != nil {
		t.Fatal(err)
	}
	if got := graphtest.Digest(t, store); got != want {
		t.Errorf("the digest is %s, was %s", got, want)
	}
	err = store.Update(t.Context(), func(graph.Tx) error { t.Error("Update ran its change"); return nil })
	if !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("Update gave the error %v, want %q", err, graph.ErrReadOnly)
	}
	if err := store.Close(); err != nil {
		t.Error(err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
}

func TestMemoryIsPrivateAndGoesOnClose(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, path := range []string{"", sqlite.Memory} {
		one, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		other, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := graphtest.Fill(t.Context(), one, graphtest.Canal().Puts(), 10); err != nil {
			t.Fatal(err)
		}
		page, err := other.Articles(t.Context(), graph.ArticleQuery{})
		if err != nil || len(page.Nodes) != 0 {
			t.Errorf("another store shows %d articles, error %v", len(page.Nodes), err)
		}
		for _, store := range []*sqlite.Store{one, other} {
			if err := store.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) > 0 {
		t.Errorf("%d files are left, error %v", len(left), err)
	}
}

// Two stores on one file are two processes: what one commits, the other shows,
// whatever it has read before.
func TestTwoStoresOnOneFile(t *testing.T) {
	path, _ := filled(t)
	var stores [2]*sqlite.Store
	for i := range stores {
		store, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		stores[i] = store
	}
	canal := graphtest.Canal()
	var person *graph.Person
	for _, e := range canal.Entities {
		if e.NodeID() == canal.ID("varga") {
			person = e.(*graph.Person)
		}
	}
	for round := range 3 {
		for i, store := range stores {
			name := fmt.Sprintf("%d of round %d", i, round)
			person.Name = name
			err := store.Update(t.Context(), func(tx graph.Tx) error {
				batches, err := tx.Batches(canal.IDs("tolls"))
				if err != nil {
					return err
				}
				b := batches[canal.ID("tolls")]
				b.Article.Title, b.Reports[0].Status = name, graph.Statuses()[round]
				if err := tx.PutBatch(b); err != nil {
					return err
				}
				return tx.PutEntities([]string{"entities:varga"}, []graph.Entity{person})
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, reader := range stores {
				shows(t, reader, name, graph.Statuses()[round])
			}
		}
	}
}

// shows checks what a store shows of Varga's first report.
func shows(t *testing.T, store *sqlite.Store, name string, status graph.Status) {
	t.Helper()
	page, err := store.Events(t.Context(), graph.EventQuery{
		EventFilter: graph.EventFilter{Who: &graph.EntityRef{ID: graphtest.Canal().ID("varga")}, Text: "telephoned"}, Reports: 1,
	})
	if err != nil {
		t.Fatal(err)
	}
	report := page.Nodes[0].Reports.Nodes[0]
	got := []string{report.Article.Title, graph.ProfileOf(report.Participants[0].Entity).Name, string(report.Status)}
	if want := []string{name, name, string(status)}; !slices.Equal(got, want) {
		t.Errorf("title, name and status are %q, want %q", got, want)
	}
}
