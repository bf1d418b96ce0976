package neo4j

import (
	"context"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/read"
)

// Store is a graph in a Neo4j database.
type Store struct {
	*read.Reader
	db       *bolt.Database
	readOnly bool
}

var _ graph.Store = (*Store)(nil)

// Close ends all calls, waits for them and closes all connections.
func (s *Store) Close() error { return s.db.Close() }

// Ready reports whether the server answers now.
func (s *Store) Ready(ctx context.Context) error {
	err := s.db.Read(ctx, func(ask bolt.Asker) error {
		_, err := ask(`RETURN 1`, nil)
		return err
	})
	return bolt.Translate(err, "ready %v", s.db.Address)
}

// Version returns "": Neo4j shows the parts of one commit at different moments, so no number
// in the graph could tell when all of it is there.
func (s *Store) Version(ctx context.Context) (string, error) {
	err := s.db.Read(ctx, func(bolt.Asker) error { return ctx.Err() })
	return "", bolt.Translate(err, "version of %v", s.db.Address)
}
