// Package unit implements graph.Tx as a unit of work. What is put waits in memory, in
// identity maps of the blocks that the transaction has locked: one of members and
// entities, one of reports and events. It is compared with what was read, and the
// differences are written with a few statements: before a question whose answer they
// could change, and at the end.
package unit

import (
	"maps"
	"math/rand/v2"
	"slices"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// Transaction is one attempt of an Update.
type Transaction struct {
	*bolt.Tx
	// wrote is true once something was written.
	wrote bool

	// What waits to be written, in this order. Nothing of an earlier kind is put while
	// something of a later kind waits.
	batches      []batchRows
	added        *newArticles // written last of all
	entityBlocks []entityBlock
	reportBlocks map[string]string
	eventBlocks  []eventBlock
	reviews      []any // rows of putReviews, written last of all

	// stored is what was read of articles, by ID, nil for an article that is not stored.
	stored map[string]*mapping.StoredArticle
	// redacting is set once an article is removed, whose words are then deleted from the log.
	redacting bool
	// unedited is true if there was no edit when blocks were last read and locked.
	unedited bool
	// entities and events are what was read of blocks of members and of reports, which
	// are locked.
	entities *entityMap
	events   *eventMap

	// written are the IDs of members that were put, unresolved those of reports whose
	// parties have changed, and moved those of other members whose entity has changed.
	written, unresolved, moved map[string]bool
	// changed are the IDs of events whose brief has changed, and renamed those of entities
	// whose name has changed, and with it the briefs of all their events.
	changed, renamed map[string]bool
	// changes are the events that were written, for the log.
	changes storekit.EventChanges
	// edits are the edits that were written, for theirs.
	edits storekit.EditChanges
}

var _ graph.Tx = (*Transaction)(nil)

// NewTransaction returns a Transaction on an open transaction of the server.
func NewTransaction(open *bolt.Tx) *Transaction {
	return &Transaction{
		Tx:           open,
		reportBlocks: make(map[string]string),
		stored:       make(map[string]*mapping.StoredArticle),
		entities:     newEntityMap(),
		events:       newEventMap(),
		added:        makeNewArticles(),
		written:      make(map[string]bool),
		unresolved:   make(map[string]bool),
		moved:        make(map[string]bool),
		changed:      make(map[string]bool),
		renamed:      make(map[string]bool),
		changes:      make(storekit.EventChanges),
		edits:        make(storekit.EditChanges),
	}
}

// write runs a statement for all of the rows, $rows, unless there are none.
func (tx *Transaction) write(text string, rows []any) error {
	if len(rows) == 0 {
		return nil
	}
	tx.wrote = true
	_, err := tx.Ask(text, map[string]any{"rows": rows})
	return err
}

// change runs a statement for several lists of rows, unless all are empty.
func (tx *Transaction) change(text string, lists map[string][]any) ([][]any, error) {
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

// flush writes everything that waits.
func (tx *Transaction) flush() error {
	if err := tx.settle(); err != nil {
		return err
	}
	return tx.flushNew()
}

// settle writes everything that waits, except for new articles, which the maps have. The
// order makes sure that each kind finds what it needs of the kinds before.
func (tx *Transaction) settle() error {
	for _, step := range []func() error{tx.flushBatches, tx.flushEntities, tx.flushReportBlocks, tx.flushEvents} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// Finish writes everything that has waited for the end of a change, and takes a gate,
// with one statement if possible.
func (tx *Transaction) Finish() error {
	if err := tx.settle(); err != nil {
		return err
	}
	rows := tx.added.take()
	if !tx.wrote && len(rows)+len(tx.reviews) == 0 {
		return nil
	}
	changed, err := tx.changedBriefs()
	if err != nil {
		return bolt.Translate(err, "events of %d renamed entities", len(tx.renamed))
	}
	logged, err := tx.logged()
	if err != nil {
		return bolt.Translate(err, "log changes")
	}
	if err := tx.logEdits(); err != nil {
		return bolt.Translate(err, "log edits")
	}
	reports := slices.Sorted(maps.Keys(tx.unresolved))
	if len(changed) > BriefsAtOnce {
		// No statement may take too long to be answered.
		if err := tx.write(createArticles, rows); err != nil {
			return bolt.Translate(err, "write %d new articles", len(rows))
		}
		rows = []any{}
		for len(changed) > BriefsAtOnce {
			if _, err := tx.Ask(writeBriefs, map[string]any{"changed": changed[:BriefsAtOnce], "reports": []string{}}); err != nil {
				return bolt.Translate(err, "write briefs of %d events", BriefsAtOnce)
			}
			changed = changed[BriefsAtOnce:]
		}
	}
	_, err = tx.Ask(finishChange, map[string]any{
		"rows": rows, "members": slices.Sorted(maps.Keys(tx.moved)), "reports": reports, "changed": changed, "gate": rand.IntN(gates),
		"logged": logged, "kept": graph.ChangesKept, "reviews": append([]any{}, tx.reviews...),
	})
	return bolt.Translate(err, "write %d new articles, resolve parties of %d reports and write briefs of %d events", len(rows), len(reports), len(changed))
}

// BriefsAtOnce is the most briefs that one statement writes.
const BriefsAtOnce = 2000

// changedBriefs returns the IDs of the events whose briefs have to be written.
func (tx *Transaction) changedBriefs() ([]string, error) {
	if len(tx.renamed) > 0 {
		rows, err := tx.Ask(eventsOfEntities, map[string]any{"ids": slices.Sorted(maps.Keys(tx.renamed))})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			f := mapping.NewFields(row)
			tx.changed[f.Text()] = true
			if f.Err != nil {
				return nil, f.Err
			}
		}
	}
	delete(tx.changed, "") // from reports that are in no event
	return slices.Sorted(maps.Keys(tx.changed)), nil
}

// finishChange writes the new articles, the entities of the parties of reports if they
// have changed, the briefs of events, and the log.
var finishChange = `CALL () { ` + createArticles + ` }
CALL () { ` + resolveReports + ` }
CALL () { ` + writeBriefs + ` }
CALL () { ` + putReviews + ` }
CALL () { ` + logChanges + ` }
` + takeOneGate
