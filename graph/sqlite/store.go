// Package sqlite keeps a graph in one file, with SQLite inside the program
// (modernc.org/sqlite) and its full-text search (FTS5). It is Dateline's default
// store.
//
// # Safety
//
// One transaction writes at a time. Readers see the last committed graph; readers
// and the writer never wait for each other (write-ahead log). A commit reaches the
// disk before Update returns (synchronous FULL), so that it survives kill -9 and a
// power failure. Several processes may open the same file, which must be on a local
// disk.
//
// # Memory
//
// The writing connection caches up to 32 MB of pages. Reading connections, twice as many
// as there are processors but at least eight, map up to 2 GiB of the file into memory,
// which the system can take back. They share a cache of up to 96 MiB of the newest
// version of the graph; any commit, of whatever process, empties it.
//
// # Files
//
// A store at news.db consists of news.db and, while it is open, news.db-wal and
// news.db-shm. The numbered files of package schema create its schema and bring it up
// to date.
//
// # Packages
//
// Package db is a connection, mapping turns the graph into columns and back, schema has
// the migrations, read answers questions, and unit is a transaction that writes.
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
	// temporary is a folder to remove on Close, or "".
	temporary   string
	connector   driver.Connector
	busyTimeout time.Duration
	// writer holds the writing connection while it is not in use.
	writer chan *unit.Writer
}

var _ graph.Store = (*Store)(nil)

// MaxReaders is how many reads of a store run at once. Others wait, but never Ready.
func MaxReaders() int { return read.MaxReaders() }

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
