package bolt

import (
	"context"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Tx is an open transaction, for one goroutine.
type Tx struct {
	ctx     context.Context
	session driver.SessionWithContext
	raw     driver.ExplicitTransaction
	// patience is how long each statement waits for its answer.
	patience time.Duration
	// err is the first error of a statement, after which the transaction is lost.
	err error
}

// Begin begins a transaction. Call its End when done.
func (d *Database) Begin(ctx context.Context, mode driver.AccessMode, patience time.Duration) (*Tx, error) {
	tx := &Tx{ctx: ctx, session: d.Session(ctx, mode), patience: patience}
	err := patiently(ctx, patience, func(limited context.Context) (err error) {
		tx.raw, err = tx.session.BeginTransaction(limited, untilDeadline(ctx))
		return err
	})
	if err != nil {
		Release(ctx, tx.session)
		return nil, err
	}
	return tx, nil
}

// untilDeadline makes the server end a transaction, and release its locks, when nobody
// waits for it any longer.
func untilDeadline(ctx context.Context) func(*driver.TransactionConfig) {
	return func(c *driver.TransactionConfig) {
		if deadline, ok := ctx.Deadline(); ok {
			c.Timeout = max(time.Until(deadline), time.Millisecond)
		}
	}
}

// Ended returns the error of the context if that has ended.
func (tx *Tx) Ended() error { return tx.ctx.Err() }

// Failed returns the first error of a statement, after which nothing can be committed.
func (tx *Tx) Failed() error { return tx.err }

// WaitAtLeast makes each statement wait at least this long for its answer.
func (tx *Tx) WaitAtLeast(patience time.Duration) { tx.patience = max(tx.patience, patience) }

// Ask runs a statement and returns its rows.
func (tx *Tx) Ask(text string, params map[string]any) ([][]any, error) {
	if tx.err != nil {
		return nil, tx.err
	}
	if err := tx.ctx.Err(); err != nil {
		return nil, err
	}
	var rows [][]any
	err := patiently(tx.ctx, tx.patience, func(ctx context.Context) error {
		st := newStatement(text, params)
		result, err := tx.raw.Run(ctx, st.Text, st.Params)
		if err == nil {
			rows, err = rowsOf(ctx, result)
		}
		return err
	})
	if err == nil {
		return rows, nil
	}
	tx.err = err
	return nil, err
}

// Commit commits. Cancelling the context does not cut it short, so that its outcome is
// known if possible.
func (tx *Tx) Commit() error {
	return patiently(tx.ctx, tx.patience, func(limited context.Context) error {
		limited, cancel := context.WithTimeout(context.WithoutCancel(limited), commitTimeout(limited))
		defer cancel()
		return tx.raw.Commit(limited)
	})
}

// commitTimeout is the time until the deadline and a moment more.
func commitTimeout(ctx context.Context) time.Duration {
	deadline, ok := ctx.Deadline()
	if !ok {
		return UpdateTimeout
	}
	return max(0, time.Until(deadline)) + releaseTimeout
}

// End rolls back what was not committed, and returns the connection to the driver.
func (tx *Tx) End() {
	Release(tx.ctx, tx.raw)
	Release(tx.ctx, tx.session)
}
