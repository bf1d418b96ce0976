// Package read answers the questions of graph.Reader, each in one read transaction.
//
// A pool has the reading connections. A Session is a connection with what it remembers
// from one read transaction to the next. In a transaction it sees a snapshot, the graph
// as of one commit. A View is a Session within a transaction, and runs its queries.
package read

import (
	"context"
	"database/sql/driver"
	"strconv"

	"dateline/graph/sqlite/internal/db"
	"dateline/graph/storekit"
)

// Reader implements graph.Reader.
type Reader struct {
	*snapshots
	eventReader
	entityReader
	articleReader
	nodeReader
	networkReader
	changeReader
	editReader
	reviewReader
	walker
}

// Each of these answers the questions of the interface of package graph that has its name.
type (
	eventReader   struct{ *snapshots }
	entityReader  struct{ *snapshots }
	articleReader struct{ *snapshots }
	nodeReader    struct{ *snapshots }
	networkReader struct{ *snapshots }
	changeReader  struct{ *snapshots }
	editReader    struct{ *snapshots }
	reviewReader  struct{ *snapshots }
	walker        struct{ *snapshots }
)

// NewReader returns a Reader whose calls end with a life. Open it before use.
func NewReader(life *storekit.Lifecycle, file string) *Reader {
	s := &snapshots{life: life, file: file}
	return &Reader{
		s, eventReader{s}, entityReader{s}, articleReader{s}, nodeReader{s}, networkReader{s}, changeReader{s}, editReader{s}, reviewReader{s}, walker{s},
	}
}

// snapshots run work, each with one snapshot of the graph.
type snapshots struct {
	life *storekit.Lifecycle
	file string // for errors
	Pool *pool
}

// Open makes the reads use connections of a connector.
func (s *snapshots) Open(connector driver.Connector) { s.Pool = newPool(connector) }

// CloseAll closes the connections.
func (s *snapshots) CloseAll() error {
	if s.Pool == nil {
		return nil
	}
	return s.Pool.close()
}

// read runs work with a connection that sees one snapshot of the graph.
func (s *snapshots) read(ctx context.Context, work func(r *View) error) error {
	return s.life.Call(ctx, func(ctx context.Context) error { return s.Pool.read(ctx, work) })
}

// Within runs work with one snapshot of the graph.
func (s *snapshots) Within(ctx context.Context, work func(r *View) error) error {
	return s.read(ctx, work)
}

// Ready reports whether the file can be read now, however busy the store is.
func (s *snapshots) Ready(ctx context.Context) error {
	err := s.life.Call(ctx, s.Pool.ready)
	return db.Translate(err, "ready %q", s.file)
}

// Version returns the number of the last commit as one connection counts them.
func (s *snapshots) Version(ctx context.Context) (version string, err error) {
	err = s.life.Call(ctx, func(ctx context.Context) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		number, err := s.Pool.versions.now(ctx, s.Pool.connector)
		version = strconv.FormatInt(number, 10)
		return err
	})
	return version, db.Translate(err, "version of %q", s.file)
}

// CountTables reads the file, to see whether that is possible.
const CountTables = `SELECT count(*) FROM sqlite_schema`
