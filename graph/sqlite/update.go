package sqlite

import (
	"context"
	"fmt"

	"dateline/graph"
)

// Update runs change in a transaction of its own. It waits for other writers, of
// this process and of others, as long as ctx allows.
func (s *Store) Update(ctx context.Context, change func(tx graph.Tx) error) error {
	if s.readOnly {
		return fmt.Errorf("sqlite: update %q: %w", s.path, graph.ErrReadOnly)
	}
	err := s.life.Call(ctx, func(ctx context.Context) error {
		select {
		case c := <-s.writer:
			defer func() { s.writer <- c }()
			return s.update(ctx, c, change)
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	return translate(err, "update %q", s.path)
}

func (s *Store) update(ctx context.Context, c *conn, change func(tx graph.Tx) error) error {
	committed := false
	defer func() {
		if !committed {
			c.working.empty()
		}
	}()
	begin := func() error {
		return s.whenFree(ctx, func() error { return c.begin(ctx, beginImmediate) })
	}
	err := c.transaction(ctx, begin, func() error {
		version, _, err := c.number(ctx, dataVersion)
		if err != nil {
			return err
		}
		c.working.at(version)
		tx := newTransaction(ctx, c)
		if err := change(tx); err != nil {
			return err
		}
		return tx.finish()
	})
	committed = err == nil
	return err
}

// transaction is the writer's connection, and the call's context.
type transaction struct {
	reader
	// unresolved are the IDs of reports whose parties have changed: those that were
	// put, and those that name a member of another entity than before. Fresh are the
	// IDs of members that were put, whose reports are all among them.
	unresolved, fresh map[string]bool
	// unplaced are the reports that were put and have no block yet.
	unplaced map[string]*graph.Report
	// words are the changes to full text.
	words map[wordRow]wordChange
}

var _ graph.Tx = (*transaction)(nil)

func newTransaction(ctx context.Context, c *conn) *transaction {
	return &transaction{
		reader:     reader{c, ctx, context.WithoutCancel(ctx)},
		unresolved: make(map[string]bool),
		fresh:      make(map[string]bool),
		unplaced:   make(map[string]*graph.Report),
		words:      make(map[wordRow]wordChange),
	}
}

func (tx *transaction) exec(query string, args ...any) error {
	if err := tx.ended(); err != nil {
		return err
	}
	return tx.conn.exec(tx.watched, query, args...)
}

func (tx *transaction) insert(query string, args ...any) (int64, error) {
	if err := tx.ended(); err != nil {
		return 0, err
	}
	return tx.conn.insert(tx.watched, query, args...)
}

// finish writes what waits for the end of a change.
func (tx *transaction) finish() error {
	if err := tx.resolve(); err != nil {
		return err
	}
	return tx.writeWords()
}

const (
	selectParties = `SELECT p.member_id, m.entity_id FROM reports r JOIN report_parties p ON p.article_id = r.article_id AND p.report_id = r.id
JOIN members m ON m.id = p.member_id WHERE r.id = ? AND m.entity_id IS NOT NULL ORDER BY p.member_id`
	setParties = `UPDATE reports SET parties = ?2 WHERE id = ?1 AND parties <> ?2`
)

// resolve writes which entities the parties of reports are in. Reading a page
// would look up some hundred members otherwise.
func (tx *transaction) resolve() error {
	for reportID := range tx.unresolved {
		var parties []string
		err := tx.each(selectParties, []any{reportID}, func(r *row) error {
			parties = append(parties, r.Text(), r.Text())
			return nil
		})
		if err != nil {
			return err
		}
		if err := tx.exec(setParties, reportID, listText(parties)); err != nil {
			return err
		}
	}
	return nil
}
