package unit

import (
	"context"
	"slices"
	"strings"

	"dateline/graph/sqlite/internal/read"
)

// statements run in one transaction.
type statements struct {
	*read.View
	// ctx is the context of each statement. It never ends: that of the call is checked
	// between statements.
	ctx context.Context
}

func (tx *statements) exec(query string, args ...any) error {
	if err := tx.Ended(); err != nil {
		return err
	}
	return tx.Conn.Exec(tx.ctx, query, args...)
}

func (tx *statements) insert(query string, args ...any) (int64, error) {
	if err := tx.Ended(); err != nil {
		return 0, err
	}
	return tx.Conn.Insert(tx.ctx, query, args...)
}

// rowsAtOnce bounds the number of different statements that insert several rows.
const rowsAtOnce = 16

// insertRows completes INSERT … VALUES with rows. One statement for several rows takes
// a fraction of the time.
func (tx *statements) insertRows(query string, rows [][]any) error {
	for some := range slices.Chunk(rows, rowsAtOnce) {
		places := "(?" + strings.Repeat(", ?", len(some[0])-1) + ")"
		if err := tx.exec(query+places+strings.Repeat(", "+places, len(some)-1), slices.Concat(some...)...); err != nil {
			return err
		}
	}
	return nil
}
