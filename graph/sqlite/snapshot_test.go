package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"modernc.org/sqlite"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/read"
)

// titles asks for the titles of the articles of all reports of all events.
func titles(ctx context.Context, s *Store) (map[string]bool, error) {
	page, err := s.Events(ctx, graph.EventQuery{Reports: 100})
	if err != nil {
		return nil, err
	}
	found := make(map[string]bool)
	for _, e := range page.Nodes {
		for _, report := range e.Reports.Nodes {
			found[report.Article.Title] = true
		}
	}
	return found, nil
}

// Many readers share a cache while another program, which is not Dateline, goes on
// changing all titles at once: each answer is of one commit, and never of one that
// is older than what was committed before the question.
func TestCacheIsOfOneState(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "graph.db")
	store, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if err := graphtest.Fill(ctx, store, graphtest.Canal().Puts(), 10); err != nil {
		t.Fatal(err)
	}
	connector, err := sqlite.NewConnector("file:" + path + "?_pragma=busy_timeout(5000)")
	if err != nil {
		t.Fatal(err)
	}
	other, err := db.Connect(ctx, connector)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	var mu sync.Mutex
	committed := 0
	const last = 150
	write := func() error {
		for i := 1; i <= last; i++ {
			if err := other.Exec(ctx, "UPDATE articles SET title = ?", fmt.Sprintf("%06d", i)); err != nil {
				return err
			}
			mu.Lock()
			committed = i
			mu.Unlock()
		}
		return nil
	}
	if err := other.Exec(ctx, "UPDATE articles SET title = ?", "000000"); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- write() }()
	var readers sync.WaitGroup
	for range 6 {
		readers.Go(func() {
			for done := false; !done; {
				mu.Lock()
				atLeast := fmt.Sprintf("%06d", committed)
				done = committed == last
				mu.Unlock()
				found, err := titles(ctx, store)
				if err != nil {
					t.Error(err)
					return
				}
				for title := range found {
					if len(found) != 1 || title < atLeast {
						t.Errorf("an answer has the titles %v after %s was committed", found, atLeast)
						return
					}
				}
			}
		})
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	readers.Wait()
}

// Readers of an unchanged graph share one cache, and no reader of a changed one
// has it.
func TestReadersShareACache(t *testing.T) {
	ctx := t.Context()
	store, err := Open(ctx, Memory)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if err := graphtest.Fill(ctx, store, graphtest.Canal().Puts(), 10); err != nil {
		t.Fatal(err)
	}
	cacheOf := func(c *read.Session) *read.Cache {
		if err := store.Pool.Snapshot(ctx, c, func() error { return nil }); err != nil {
			t.Fatal(err)
		}
		return c.Cache
	}
	var readers [2]*read.Session
	for i := range readers {
		if readers[i], err = read.NewSession(ctx, store.connector); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = readers[i].Close() }()
	}
	first := cacheOf(readers[0])
	if first == nil || cacheOf(readers[1]) != first {
		t.Fatal("two readers have two caches")
	}
	if err := store.Update(ctx, func(tx graph.Tx) error {
		for put := range graphtest.Sample(1, graphtest.Small) {
			return put.Apply(tx)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for _, c := range readers {
		if cacheOf(c) == first {
			t.Error("a reader of the changed graph has the cache of the old one")
		}
	}
	if next := cacheOf(readers[0]); next == nil || next == first || cacheOf(readers[1]) != next {
		t.Error("readers of the changed graph have no cache in common")
	}
}
