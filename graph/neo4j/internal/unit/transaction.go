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
	*unitOfWork
	articles
	memberBlocks
	reportBlocks
	edits
	reviews
	touched *touched
	log     *eventLog
}

var _ graph.Tx = (*Transaction)(nil)

// NewTransaction returns a Transaction on an open transaction of the server.
func NewTransaction(open *bolt.Tx) *Transaction {
	run := &statements{Tx: open}
	k := &known{
		statements: run, added: makeNewArticles(), stored: make(map[string]*mapping.StoredArticle), entities: newEntityMap(), events: newEventMap(),
	}
	t, log := newTouched(), &eventLog{statements: run, changes: make(storekit.EventChanges)}
	work := &unitOfWork{
		known:        k,
		batches:      &batchQueue{known: k, touched: t, log: log},
		entityBlocks: &entityQueue{known: k, touched: t},
		eventBlocks:  &eventQueue{known: k, blocks: make(map[string]string), touched: t, log: log},
	}
	return &Transaction{
		unitOfWork:   work,
		articles:     articles{work},
		memberBlocks: memberBlocks{work},
		reportBlocks: reportBlocks{work},
		edits:        edits{k, make(storekit.EditChanges)},
		reviews:      reviews{statements: run},
		touched:      t,
		log:          log,
	}
}

// Finish writes everything that has waited for the end of a change, and takes a gate,
// with one statement if possible.
func (tx *Transaction) Finish() error {
	if err := tx.settle(); err != nil {
		return err
	}
	run, rows := tx.unitOfWork.statements, tx.unitOfWork.added.take()
	if !run.wrote && len(rows)+len(tx.reviews.waiting) == 0 {
		return nil
	}
	changed, err := tx.touched.briefs(run.Ask)
	if err != nil {
		return bolt.Translate(err, "events of %d renamed entities", len(tx.touched.renamed))
	}
	logged, err := tx.log.logged()
	if err != nil {
		return bolt.Translate(err, "log changes")
	}
	if err := tx.edits.writeLog(); err != nil {
		return bolt.Translate(err, "log edits")
	}
	reports := slices.Sorted(maps.Keys(tx.touched.unresolved))
	if len(changed) > BriefsAtOnce {
		// No statement may take too long to be answered.
		if err := run.write(createArticles, rows); err != nil {
			return bolt.Translate(err, "write %d new articles", len(rows))
		}
		rows = []any{}
		for len(changed) > BriefsAtOnce {
			if _, err := run.Ask(writeBriefs, map[string]any{"changed": changed[:BriefsAtOnce], "reports": []string{}}); err != nil {
				return bolt.Translate(err, "write briefs of %d events", BriefsAtOnce)
			}
			changed = changed[BriefsAtOnce:]
		}
	}
	_, err = run.Ask(finishChange, map[string]any{
		"rows": rows, "members": slices.Sorted(maps.Keys(tx.touched.moved)), "reports": reports, "changed": changed, "gate": rand.IntN(gates),
		"logged": logged, "kept": graph.ChangesKept, "reviews": append([]any{}, tx.reviews.waiting...),
	})
	return bolt.Translate(err, "write %d new articles, resolve parties of %d reports and write briefs of %d events", len(rows), len(reports), len(changed))
}

// BriefsAtOnce is the most briefs that one statement writes.
const BriefsAtOnce = 2000

// finishChange writes the new articles, the entities of the parties of reports if they
// have changed, the briefs of events, and the log.
var finishChange = `CALL () { ` + createArticles + ` }
CALL () { ` + resolveReports + ` }
CALL () { ` + writeBriefs + ` }
CALL () { ` + putReviews + ` }
CALL () { ` + logChanges + ` }
` + takeOneGate
