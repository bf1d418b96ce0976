package sqlite

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
)

// Update runs change in one transaction. It waits for other writers, in this process
// and in others, until ctx ends.
func (s *Store) Update(ctx context.Context, change func(tx graph.Tx) error) error {
	if s.readOnly {
		return fmt.Errorf("sqlite: update %q: %w", s.path, graph.ErrReadOnly)
	}
	err := s.life.Call(ctx, func(ctx context.Context) error {
		select {
		case c := <-s.writer:
			defer func() { s.writer <- c }()
			begin := func() error {
				return s.whenFree(ctx, func() error { return c.Begin(ctx, db.BeginImmediate) })
			}
			return c.Update(ctx, begin, change)
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	return db.Translate(err, "update %q", s.path)
}
