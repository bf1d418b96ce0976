// Package unit implements graph.Tx. A transaction writes what is put at once; at the end
// it writes what depends on the whole change. It caches the blocks that it has read for
// later transactions, since the same names are in the news every day.
package unit

import (
	"context"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/sqlite/internal/read"
	"dateline/graph/storekit"
)

// Writer is the writing connection, with the blocks that its transactions have cached.
type Writer struct {
	*read.Session
	blocks blockCache
}

// NewWriter returns a Writer on a connection.
func NewWriter(c *db.Conn) *Writer { return &Writer{Session: read.SessionOn(c)} }

// Update begins a transaction with begin and runs change in it.
func (w *Writer) Update(ctx context.Context, begin func() error, change func(tx graph.Tx) error) error {
	committed := false
	defer func() {
		if !committed {
			w.blocks.empty()
		}
	}()
	err := w.Transaction(ctx, begin, func() error {
		version, _, err := w.Number(ctx, read.DataVersion)
		if err != nil {
			return err
		}
		w.blocks.at(version)
		tx := newTransaction(ctx, w)
		if err := change(tx); err != nil {
			return err
		}
		return tx.finish()
	})
	committed = err == nil
	return err
}

// transaction is a graph.Tx.
type transaction struct {
	read.View
	// statements is the context of each statement. It never ends: that of the call is
	// checked between statements.
	statements context.Context
	blocks     *blockCache
	// unresolved are the IDs of reports whose parties have changed: those that were put,
	// and those that name a member whose entity has changed. Fresh are the IDs of members
	// that were put; all reports that name them are unresolved.
	unresolved, fresh map[string]bool
	// unplaced are new reports that have no block yet.
	unplaced map[string]*graph.Report
	// redacting is set once an article is removed, whose words are then deleted from the log.
	redacting bool
	// words are the changes of full text.
	words fullText
	// changes are the events that were written.
	changes storekit.EventChanges
	// edits are the edits that were written.
	edits storekit.EditChanges
}

var _ graph.Tx = (*transaction)(nil)

func newTransaction(ctx context.Context, c *Writer) *transaction {
	statements := context.WithoutCancel(ctx)
	return &transaction{
		View:       read.NewView(ctx, statements, c.Session),
		statements: statements,
		blocks:     &c.blocks,
		unresolved: make(map[string]bool),
		fresh:      make(map[string]bool),
		unplaced:   make(map[string]*graph.Report),
		words:      make(fullText),
		changes:    make(storekit.EventChanges),
		edits:      make(storekit.EditChanges),
	}
}

func (tx *transaction) exec(query string, args ...any) error {
	if err := tx.Ended(); err != nil {
		return err
	}
	return tx.Conn.Exec(tx.statements, query, args...)
}

func (tx *transaction) insert(query string, args ...any) (int64, error) {
	if err := tx.Ended(); err != nil {
		return 0, err
	}
	return tx.Conn.Insert(tx.statements, query, args...)
}

// finish writes what had to wait for the end of a change.
func (tx *transaction) finish() error {
	if err := tx.resolve(); err != nil {
		return err
	}
	if err := tx.sumUp(); err != nil {
		return err
	}
	if err := tx.words.write(tx.exec); err != nil {
		return err
	}
	if err := tx.logEdits(); err != nil {
		return err
	}
	return tx.logChanges()
}

const (
	selectParties = `SELECT p.member_id, m.entity_id FROM reports r JOIN report_parties p ON p.article_id = r.article_id AND p.report_id = r.id
JOIN members m ON m.id = p.member_id WHERE r.id = ? AND m.entity_id IS NOT NULL ORDER BY p.member_id`
	setParties = `UPDATE reports SET parties = ?2 WHERE id = ?1 AND parties <> ?2`
)

// resolve writes the entities of the parties of reports. Otherwise reading a page would
// look up some hundred members.
func (tx *transaction) resolve() error {
	for reportID := range tx.unresolved {
		var parties []string
		err := tx.Each(selectParties, []any{reportID}, func(r *mapping.Row) error {
			parties = append(parties, r.Text(), r.Text())
			return nil
		})
		if err != nil {
			return err
		}
		if err := tx.exec(setParties, reportID, mapping.ListText(parties)); err != nil {
			return err
		}
	}
	return nil
}
