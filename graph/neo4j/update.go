package neo4j

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
)

// Update runs change in a transaction of its own. Where the server breaks that off,
// or the answer to its commit is lost, it runs change again, as long as ctx allows:
// 5 minutes where that has no deadline.
func (s *Store) Update(ctx context.Context, change func(tx graph.Tx) error) error {
	if s.readOnly {
		return fmt.Errorf("neo4j: update %v: %w", s.address, graph.ErrReadOnly)
	}
	err := s.call(ctx, updateTimeout, func(ctx context.Context) error {
		var err error
		for range maxRereads {
			err = retrying(ctx, func(patience time.Duration) error { return s.attempt(ctx, patience, change) })
			if !torn(err) || ctx.Err() != nil {
				return err
			}
		}
		return err
	})
	return translate(err, "update %v", s.address)
}

// attempt runs change in one transaction.
func (s *Store) attempt(ctx context.Context, patience time.Duration, change func(tx graph.Tx) error) error {
	session := s.session(ctx, driver.AccessModeWrite)
	defer release(ctx, session)
	raw, err := begin(ctx, session, patience)
	if err != nil {
		return err
	}
	defer release(ctx, raw) // undoes what was not committed
	tx := newTransaction(ctx, raw, patience)
	err = change(tx)
	if tx.err != nil {
		return tx.err // whatever change made of it
	}
	if err != nil {
		return err
	}
	if err := tx.finish(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return patiently(ctx, patience, func(limited context.Context) error {
		// Not cut short by cancelling, so that its outcome is known if it can be.
		limited, cancel := context.WithTimeout(context.WithoutCancel(limited), commitTimeout(limited))
		defer cancel()
		return raw.Commit(limited)
	})
}

// commitTimeout is what is left until the deadline, and a moment more.
func commitTimeout(ctx context.Context) time.Duration {
	deadline, ok := ctx.Deadline()
	if !ok {
		return updateTimeout
	}
	return max(0, time.Until(deadline)) + releaseTimeout
}

// begin begins a transaction.
func begin(ctx context.Context, session driver.SessionWithContext, patience time.Duration) (raw driver.ExplicitTransaction, err error) {
	err = patiently(ctx, patience, func(limited context.Context) error {
		raw, err = session.BeginTransaction(limited, untilDeadline(ctx))
		return err
	})
	return raw, err
}

// untilDeadline has the server give up a transaction, and its locks, when nobody
// waits for it any more.
func untilDeadline(ctx context.Context) func(*driver.TransactionConfig) {
	return func(c *driver.TransactionConfig) {
		if deadline, ok := ctx.Deadline(); ok {
			c.Timeout = max(time.Until(deadline), time.Millisecond)
		}
	}
}

// transaction is one attempt at an Update. What is put waits here, and is written in
// a few statements, before something is read that it could change, and at the end.
type transaction struct {
	ctx context.Context
	raw driver.ExplicitTransaction
	// patience is how long each statement waits for its answer.
	patience time.Duration
	// err is the first error of a statement: the transaction is lost.
	err error
	// wrote is true once anything was written.
	wrote bool

	// What waits to be written, in this order: nothing of an earlier kind is put
	// while something of a later kind waits.
	batches      []batchRows
	fresh        *freshArticles // written last of all
	entityBlocks []entityBlock
	reportBlocks map[string]string
	eventBlocks  []eventBlock

	// stored is what was read of articles, by their IDs; nil for none that is stored.
	stored map[string]*storedArticle
	// people is what was read of the blocks of members, and events of those of
	// reports. Others cannot change them.
	people *entityModel
	events *eventModel

	// written are the IDs of members that were put, unresolved those of reports whose
	// parties have changed, and moved those of other members whose entity has.
	written, unresolved, moved map[string]bool
	// changed are the IDs of events whose brief has changed, and renamed those of
	// entities that have another name, which changes all their events' briefs.
	changed, renamed map[string]bool
}

var _ graph.Tx = (*transaction)(nil)

func newTransaction(ctx context.Context, raw driver.ExplicitTransaction, patience time.Duration) *transaction {
	return &transaction{
		ctx: ctx, raw: raw, patience: patience,
		reportBlocks: make(map[string]string),
		stored:       make(map[string]*storedArticle),
		people:       newEntityModel(),
		events:       newEventModel(),
		fresh:        newFreshArticles(),
		written:      make(map[string]bool),
		unresolved:   make(map[string]bool),
		moved:        make(map[string]bool),
		changed:      make(map[string]bool),
		renamed:      make(map[string]bool),
	}
}

// ask runs a statement and gives its rows.
func (tx *transaction) ask(text string, params map[string]any) ([][]any, error) {
	if tx.err != nil {
		return nil, tx.err
	}
	if err := tx.ctx.Err(); err != nil {
		return nil, err
	}
	var rows [][]any
	err := patiently(tx.ctx, tx.patience, func(ctx context.Context) error {
		st := newStatement(text, params)
		result, err := tx.raw.Run(ctx, st.text, st.params)
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

// write runs a statement for each of the rows, $rows; none for none.
func (tx *transaction) write(text string, rows []any) error {
	if len(rows) == 0 {
		return nil
	}
	tx.wrote = true
	_, err := tx.ask(text, map[string]any{"rows": rows})
	return err
}

// change runs a statement that has several lists of rows, unless all are empty.
func (tx *transaction) change(text string, lists map[string][]any) ([][]any, error) {
	params, empty := make(map[string]any, len(lists)), true
	for name, rows := range lists {
		params[name] = rows
		empty = empty && len(rows) == 0
	}
	if empty {
		return nil, nil
	}
	tx.wrote = true
	return tx.ask(text, params)
}

// flush writes all that waits.
func (tx *transaction) flush() error {
	if err := tx.settle(); err != nil {
		return err
	}
	return tx.flushFresh()
}

// settle writes what waits, but for new articles, which the models have. What each
// kind needs of those before is written by then.
func (tx *transaction) settle() error {
	for _, step := range []func() error{tx.flushBatches, tx.flushEntities, tx.flushReportBlocks, tx.flushEvents} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// finish writes all that waits for the end of a change, and takes a gate, in one
// statement.
func (tx *transaction) finish() error {
	if err := tx.settle(); err != nil {
		return err
	}
	rows := tx.fresh.take()
	if !tx.wrote && len(rows) == 0 {
		return nil
	}
	changed, err := tx.changedBriefs()
	if err != nil {
		return translate(err, "events of %d renamed entities", len(tx.renamed))
	}
	reports := slices.Sorted(maps.Keys(tx.unresolved))
	if len(changed) > briefsAtOnce {
		// Each statement has to be answered soon.
		if err := tx.write(createArticles, rows); err != nil {
			return translate(err, "write %d new articles", len(rows))
		}
		rows = []any{}
		for len(changed) > briefsAtOnce {
			if _, err := tx.ask(writeBriefs, map[string]any{"changed": changed[:briefsAtOnce], "reports": []string{}}); err != nil {
				return translate(err, "write briefs of %d events", briefsAtOnce)
			}
			changed = changed[briefsAtOnce:]
		}
	}
	_, err = tx.ask(finishChange, map[string]any{
		"rows": rows, "members": slices.Sorted(maps.Keys(tx.moved)), "reports": reports, "changed": changed, "gate": rand.IntN(gates),
	})
	return translate(err, "write %d new articles, resolve parties of %d reports and write briefs of %d events", len(rows), len(reports), len(changed))
}

// briefsAtOnce is how many briefs one statement writes.
const briefsAtOnce = 2000

// changedBriefs returns the IDs of the events whose briefs are to be written.
func (tx *transaction) changedBriefs() ([]string, error) {
	if len(tx.renamed) > 0 {
		rows, err := tx.ask(eventsOfEntities, map[string]any{"ids": slices.Sorted(maps.Keys(tx.renamed))})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			f := newFields(row)
			tx.changed[f.Text()] = true
			if f.Err != nil {
				return nil, f.Err
			}
		}
	}
	delete(tx.changed, "") // of reports in no event
	return slices.Sorted(maps.Keys(tx.changed)), nil
}

// finishChange writes the new articles, which entities the parties of reports are in,
// where that or the parties have changed, and the briefs of events.
var finishChange = `CALL () { ` + createArticles + ` }
CALL () { ` + resolveReports + ` }
CALL () { ` + writeBriefs + ` }
` + takeOneGate
