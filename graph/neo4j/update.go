package neo4j

import (
	"context"
	"fmt"
	"time"

	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/unit"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
)

// Update runs change in one transaction. If the server aborts that, or the response to
// the commit is lost, it runs change again until ctx ends, or for 5 minutes if ctx has no
// deadline.
func (s *Store) Update(ctx context.Context, change func(tx graph.Tx) error) error {
	if s.readOnly {
		return fmt.Errorf("neo4j: update %v: %w", s.db.Address, graph.ErrReadOnly)
	}
	err := s.db.Call(ctx, bolt.UpdateTimeout, func(ctx context.Context) error {
		var err error
		for range bolt.MaxRereads {
			err = bolt.Retrying(ctx, func(patience time.Duration) error { return s.attempt(ctx, patience, change) })
			if !bolt.Torn(err) || ctx.Err() != nil {
				return err
			}
		}
		return err
	})
	return bolt.Translate(err, "update %v", s.db.Address)
}

// attempt runs change in one transaction.
func (s *Store) attempt(ctx context.Context, patience time.Duration, change func(tx graph.Tx) error) error {
	open, err := s.db.Begin(ctx, driver.AccessModeWrite, patience)
	if err != nil {
		return err
	}
	defer open.End()
	tx := unit.NewTransaction(open)
	err = change(tx)
	if failed := open.Failed(); failed != nil {
		return failed // whatever change returned
	}
	if err != nil {
		return err
	}
	if err := tx.Finish(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return open.Commit()
}
