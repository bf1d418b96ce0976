package sqlite

import (
	"context"
	"fmt"

	"dateline/graph"
)

// Update runs change in a transaction of its own. It waits for other writers, of
// this process and of others, as long as ctx allows, and for others at most five
// seconds before it returns ErrUnavailable.
func (s *Store) Update(ctx context.Context, change func(tx graph.Tx) error) error {
	if s.readOnly {
		return fmt.Errorf("sqlite: update %q: %w", s.path, graph.ErrReadOnly)
	}
	err := s.call(ctx, func(ctx context.Context) error {
		select {
		case c := <-s.writer:
			defer func() { s.writer <- c }()
			return c.transaction(ctx, beginImmediate, func() error { return change(&transaction{c, ctx}) })
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	return translate(err, "update %q", s.path)
}

// transaction is the writer's connection, and the call's context.
type transaction struct {
	*conn
	ctx context.Context
}

var _ graph.Tx = (*transaction)(nil)

func (tx *transaction) each(query string, args []any, row func(scan scanner) error) error {
	return tx.conn.each(tx.ctx, query, args, row)
}

func (tx *transaction) one(query string, args []any, dest ...any) (bool, error) {
	return tx.conn.one(tx.ctx, query, args, dest...)
}

func (tx *transaction) exec(query string, args ...any) error {
	return tx.conn.exec(tx.ctx, query, args...)
}

func (tx *transaction) insert(query string, args ...any) (int64, error) {
	return tx.conn.insert(tx.ctx, query, args...)
}
