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
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	codes "modernc.org/sqlite/lib"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Store is a graph in an SQLite file.
type Store struct {
	path     string
	readOnly bool
	// temporary is a folder to remove on Close; empty for none.
	temporary   string
	connector   driver.Connector
	busyTimeout time.Duration
	// writer and readers hold the connections that are not in use; nil is one that
	// is to be opened.
	writer, readers chan *conn
	open            int // connections of readers, at most so many
	states          states
	// unmapped is true once a mapped file could not be read.
	unmapped atomic.Bool
	life     *storekit.Lifecycle
	mu       sync.Mutex // guards open
}

var _ graph.Store = (*Store)(nil)

const (
	// minReaders lets slow questions run beside quick ones on a small machine.
	minReaders = 4

	countTables = `SELECT count(*) FROM sqlite_schema`
)

// Close ends all calls, waits for them and closes the file.
func (s *Store) Close() error { return s.life.Close(s.release) }

func (s *Store) release() error {
	var errs []error
	for _, pool := range []chan *conn{s.writer, s.readers} {
		for len(pool) > 0 {
			if c := <-pool; c != nil {
				errs = append(errs, c.close())
			}
		}
	}
	errs = append(errs, s.states.close())
	if s.temporary != "" {
		errs = append(errs, os.RemoveAll(s.temporary))
	}
	return translate(errors.Join(errs...), "close %q", s.path)
}

// read runs work with a connection on which the graph stands still.
func (s *Store) read(ctx context.Context, work func(r *reader) error) error {
	return s.life.Call(ctx, func(ctx context.Context) error {
		c, err := s.reader(ctx)
		if err != nil {
			return err
		}
		defer func() { s.giveBack(c) }()
		defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
		err = s.snapshot(ctx, c, func() error { return work(&reader{c, ctx, ctx}) })
		if primaryCode(err) == codes.SQLITE_TOOBIG { // no question is, so it is a stored value whose length is damaged
			return fmt.Errorf("%w: %w", graph.ErrCorrupt, err)
		}
		return err
	})
}

// giveBack keeps a connection for others. One that is broken is left as it is, and
// those that are opened from then on have no map to be broken by.
func (s *Store) giveBack(c *conn) {
	if c.broken != nil {
		s.unmapped.Store(true)
		c = nil
	}
	s.readers <- c
}

// reader waits for a connection, or opens one more.
func (s *Store) reader(ctx context.Context) (*conn, error) {
	c, err := s.idle(ctx)
	if c != nil || err != nil {
		return c, err
	}
	if c, err = connect(ctx, s.connector); err == nil && mayMap && !s.unmapped.Load() {
		if err = c.script(ctx, mapFile); err != nil {
			err = errors.Join(err, c.close())
		}
	}
	if err != nil {
		s.readers <- nil
		return nil, err
	}
	return c, nil
}

// idle returns a connection that is not in use, or nil where one may be opened.
func (s *Store) idle(ctx context.Context) (*conn, error) {
	select {
	case c := <-s.readers:
		return c, nil
	default:
	}
	s.mu.Lock()
	more := s.open < cap(s.readers)
	if more {
		s.open++
	}
	s.mu.Unlock()
	if more {
		return nil, nil
	}
	select {
	case c := <-s.readers:
		return c, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// reader is a connection within a read transaction, and the call's context.
type reader struct {
	*conn
	ctx context.Context
	// watched is the context of each statement. To watch one costs as much as a
	// short one takes: where all are short, it is enough to look before each.
	watched context.Context
}

// ended tells why the call has to stop. A deadline that has passed reaches the
// contexts that were made of its own a moment later, so the clock is asked too.
func (r *reader) ended() error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if deadline, ok := r.ctx.Deadline(); ok && !time.Now().Before(deadline) {
		return context.DeadlineExceeded
	}
	return nil
}

func (r *reader) each(query string, args []any, visit func(r *row) error) error {
	if err := r.ended(); err != nil {
		return err
	}
	return r.conn.each(r.watched, query, args, visit)
}

func (r *reader) number(query string, args ...any) (n int64, found bool, err error) {
	if err := r.ended(); err != nil {
		return 0, false, err
	}
	return r.conn.number(r.watched, query, args...)
}

func (r *reader) texts(query string, args ...any) ([]string, error) {
	if err := r.ended(); err != nil {
		return nil, err
	}
	return r.conn.texts(r.watched, query, args...)
}

// Ready reports whether the file can be read now.
func (s *Store) Ready(ctx context.Context) error {
	err := s.read(ctx, func(r *reader) error {
		_, _, err := r.number(countTables)
		return err
	})
	return translate(err, "ready %q", s.path)
}
