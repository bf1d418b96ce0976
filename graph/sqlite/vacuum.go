package sqlite

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/read"
)

// Vacuum erases what was deleted from the store's files: it writes the indexes of words
// and then the whole file anew, and empties the write-ahead log. It returns
// ErrUnavailable if another process has the file open and keeps the log from being
// emptied.
func (s *Store) Vacuum(ctx context.Context) error {
	if s.readOnly {
		return fmt.Errorf("sqlite: vacuum %q: %w", s.path, graph.ErrReadOnly)
	}
	err := s.life.Call(ctx, func(ctx context.Context) error {
		select {
		case c := <-s.writer:
			defer func() { s.writer <- c }()
			// Connections that read keep the log from being emptied while they wait.
			return s.whenFree(ctx, func() error { return vacuum(ctx, c.Conn) })
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	return db.Translate(err, "vacuum %q", s.path)
}

func vacuum(ctx context.Context, c *db.Conn) error {
	for _, table := range []string{read.NameWords, read.TitleWords, read.QuoteWords, read.EventWords} {
		if err := c.Script(ctx, "INSERT INTO "+table+" ("+table+") VALUES ('optimize')"); err != nil {
			return err
		}
	}
	if err := c.Script(ctx, "VACUUM"); err != nil {
		return err
	}
	busy, _, err := c.Number(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	if err == nil && busy != 0 {
		err = graph.WithHint(fmt.Errorf("%w: another process has it open", graph.ErrUnavailable), "Stop servers and loaders that use the file, and try again.")
	}
	return err
}
