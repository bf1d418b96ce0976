// Package unit is a graph.Tx as a unit of work. What merging puts waits in memory, in
// identity maps of the members and entities, and of the reports and events, of the
// blocks that the transaction has locked. It is compared with what was read, and the
// differences are written in a few statements: before something is read that they
// could change, and at the end.
package unit

import (
	"maps"
	"math/rand/v2"
	"slices"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
)

// Transaction is one attempt at an Update. What is put waits here, and is written in
// a few statements, before something is read that it could change, and at the end.
type Transaction struct {
	*bolt.Tx
	// wrote is true once anything was written.
	wrote bool

	// What waits to be written, in this order: nothing of an earlier kind is put
	// while something of a later kind waits.
	batches      []batchRows
	added        *newArticles // written last of all
	entityBlocks []entityBlock
	reportBlocks map[string]string
	eventBlocks  []eventBlock

	// stored is what was read of articles, by their IDs; nil for none that is stored.
	stored map[string]*mapping.StoredArticle
	// people is what was read of the blocks of members, and events of those of
	// reports. Others cannot change them.
	entities *entityMap
	events   *eventMap

	// written are the IDs of members that were put, unresolved those of reports whose
	// parties have changed, and moved those of other members whose entity has.
	written, unresolved, moved map[string]bool
	// changed are the IDs of events whose brief has changed, and renamed those of
	// entities that have another name, which changes all their events' briefs.
	changed, renamed map[string]bool
}

var _ graph.Tx = (*Transaction)(nil)

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
	}
}

// write runs a statement for each of the rows, $rows; none for none.
func (tx *Transaction) write(text string, rows []any) error {
	if len(rows) == 0 {
		return nil
	}
	tx.wrote = true
	_, err := tx.Ask(text, map[string]any{"rows": rows})
	return err
}

// change runs a statement that has several lists of rows, unless all are empty.
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

// flush writes all that waits.
func (tx *Transaction) flush() error {
	if err := tx.settle(); err != nil {
		return err
	}
	return tx.flushNew()
}

// settle writes what waits, but for new articles, which the models have. What each
// kind needs of those before is written by then.
func (tx *Transaction) settle() error {
	for _, step := range []func() error{tx.flushBatches, tx.flushEntities, tx.flushReportBlocks, tx.flushEvents} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// Finish writes all that waits for the end of a change, and takes a gate, in one
// statement.
func (tx *Transaction) Finish() error {
	if err := tx.settle(); err != nil {
		return err
	}
	rows := tx.added.take()
	if !tx.wrote && len(rows) == 0 {
		return nil
	}
	changed, err := tx.changedBriefs()
	if err != nil {
		return bolt.Translate(err, "events of %d renamed entities", len(tx.renamed))
	}
	reports := slices.Sorted(maps.Keys(tx.unresolved))
	if len(changed) > BriefsAtOnce {
		// Each statement has to be answered soon.
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
	})
	return bolt.Translate(err, "write %d new articles, resolve parties of %d reports and write briefs of %d events", len(rows), len(reports), len(changed))
}

// BriefsAtOnce is how many briefs one statement writes.
const BriefsAtOnce = 2000

// changedBriefs returns the IDs of the events whose briefs are to be written.
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
	delete(tx.changed, "") // of reports in no event
	return slices.Sorted(maps.Keys(tx.changed)), nil
}

// finishChange writes the new articles, which entities the parties of reports are in,
// where that or the parties have changed, and the briefs of events.
var finishChange = `CALL () { ` + createArticles + ` }
CALL () { ` + resolveReports + ` }
CALL () { ` + writeBriefs + ` }
` + takeOneGate
