// Package sqlite keeps a graph in one file, with SQLite inside the program
// (modernc.org/sqlite) and its full-text search (FTS5). It is Dateline's default
// store.
//
// # Safety
//
// One transaction writes at a time; readers see the graph as it was committed
// last, and neither waits for the other (write-ahead log). A commit reaches the
// disk before Update returns (synchronous FULL), so that what was acknowledged
// survives kill -9 and a cut of power. Other processes may open the same file; it
// must be on a local disk.
//
// # Memory
//
// A connection keeps up to 32 MB of pages, and readers map up to 2 GiB of the file
// instead: the system's memory, which it takes back where it is short. Readers are
// as many as processors, at least four. They share up to 96 MiB of what they have
// read of the newest state of the graph; a commit, by whatever process, empties it.
//
// # Files
//
// A store at news.db is news.db and, while it is open, news.db-wal and
// news.db-shm. The schema is made and brought up to date by the numbered files in
// migrations.
package sqlite

import (
	"database/sql/driver"
	"errors"
	"os"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/read"
	"dateline/graph/sqlite/internal/unit"
	"dateline/graph/storekit"
)

// Store is a graph in an SQLite file.
type Store struct {
	*read.Reader
	life     *storekit.Lifecycle
	path     string
	readOnly bool
	// temporary is a folder to remove on Close; empty for none.
	temporary   string
	connector   driver.Connector
	busyTimeout time.Duration
	// writer holds the connection that writes while it is not in use.
	writer chan *unit.Writer
}

var _ graph.Store = (*Store)(nil)

// Close ends all calls, waits for them and closes the file.
func (s *Store) Close() error { return s.life.Close(s.release) }

func (s *Store) release() error {
	var errs []error
	if len(s.writer) > 0 {
		errs = append(errs, (<-s.writer).Close())
	}
	errs = append(errs, s.CloseAll())
	if s.temporary != "" {
		errs = append(errs, os.RemoveAll(s.temporary))
	}
	return db.Translate(errors.Join(errs...), "close %q", s.path)
}
