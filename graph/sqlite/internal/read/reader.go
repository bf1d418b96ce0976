// Package read answers the questions of graph.Reader, each in one read transaction.
//
// A Pool has the connections that read. A connection begins a snapshot, and then sees
// the graph as of one commit; with what it remembers from one snapshot to the next, it
// is a Session. A View is a Session within a transaction, and has the questions that
// others are made of.
package read

import (
	"context"
	"database/sql/driver"

	"dateline/graph/sqlite/internal/db"
	"dateline/graph/storekit"
)

// Reader answers questions about a graph.
type Reader struct {
	life *storekit.Lifecycle
	file string // for errors
	Pool *pool
}

// NewReader returns a reader whose calls end with a life. It is to be opened.
func NewReader(life *storekit.Lifecycle, file string) *Reader { return &Reader{life: life, file: file} }

// Open has the reader use connections of a connector.
func (s *Reader) Open(connector driver.Connector) { s.Pool = newPool(connector) }

// CloseAll closes the connections.
func (s *Reader) CloseAll() error {
	if s.Pool == nil {
		return nil
	}
	return s.Pool.close()
}

// read runs work with a connection that sees one snapshot of the graph.
func (s *Reader) read(ctx context.Context, work func(r *View) error) error {
	return s.life.Call(ctx, func(ctx context.Context) error { return s.Pool.read(ctx, work) })
}

// Ready reports whether the file can be read now.
func (s *Reader) Ready(ctx context.Context) error {
	err := s.read(ctx, func(r *View) error {
		_, _, err := r.Number(CountTables)
		return err
	})
	return db.Translate(err, "ready %q", s.file)
}

const CountTables = `SELECT count(*) FROM sqlite_schema`
