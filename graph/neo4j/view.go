package neo4j

import (
	"context"
	"fmt"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/unit"
)

// View runs look in a transaction that is undone. It locks what it reads, as an Update
// does, since the server has no snapshots, and needs an account that may write.
func (s *Store) View(ctx context.Context, look func(b graph.BlockReader) error) error {
	if s.readOnly {
		return fmt.Errorf("neo4j: view %v: %w", s.db.Address, graph.ErrReadOnly)
	}
	err := s.db.Call(ctx, bolt.ReadTimeout, func(ctx context.Context) error {
		return bolt.Retrying(ctx, func(patience time.Duration) error {
			open, err := s.db.Begin(ctx, driver.AccessModeWrite, patience)
			if err != nil {
				return err
			}
			defer open.End()
			err = look(unit.NewTransaction(open))
			if failed := open.Failed(); failed != nil {
				return failed
			}
			return err
		})
	})
	return bolt.Translate(err, "view %v", s.db.Address)
}
