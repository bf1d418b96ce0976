package unit

import "dateline/graph/neo4j/internal/bolt"

// unitOfWork is what a transaction knows of the graph, and what waits to be written, in
// this order. Nothing of an earlier kind is put while something of a later kind waits.
type unitOfWork struct {
	*known
	batches      *batchQueue
	entityBlocks *entityQueue
	eventBlocks  *eventQueue
}

// flush writes everything that waits.
func (tx *unitOfWork) flush() error {
	if err := tx.settle(); err != nil {
		return err
	}
	return tx.batches.flushNew()
}

// settle writes everything that waits, except for new articles, which the maps have. The
// order makes sure that each kind finds what it needs of the kinds before.
func (tx *unitOfWork) settle() error {
	for _, step := range []func() error{tx.batches.flush, tx.entityBlocks.flush, tx.eventBlocks.flushBlocks, tx.eventBlocks.flush} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// statements run in one transaction.
type statements struct {
	*bolt.Tx
	// wrote is true once something was written.
	wrote bool
}

// write runs a statement for all of the rows, $rows, unless there are none.
func (tx *statements) write(text string, rows []any) error {
	if len(rows) == 0 {
		return nil
	}
	tx.wrote = true
	_, err := tx.Ask(text, map[string]any{"rows": rows})
	return err
}

// change runs a statement for several lists of rows, unless all are empty.
func (tx *statements) change(text string, lists map[string][]any) ([][]any, error) {
	params, empty := make(map[string]any, len(lists)), true
	for name, rows := range lists {
		params[name] = rows
		empty = empty && len(rows) == 0
	}
	if empty {
		return nil, nil
	}
	tx.wrote = true
	return tx.Ask(text, params)
}
