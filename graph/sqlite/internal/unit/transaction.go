// Package unit implements graph.Tx. A transaction writes what is put at once; at the end
// it writes what depends on the whole change. It caches the blocks that it has read for
// later transactions, since the same names are in the news every day.
package unit

import (
	"context"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
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

// transaction is a graph.Tx. Each part of it knows what it writes, and what it needs of
// the others.
type transaction struct {
	*blockReader
	articles
	entities
	events
	edits
	reviews
	parties *reportParties
	words   fullText
	log     *eventLog
}

var _ graph.Tx = (*transaction)(nil)

func newTransaction(ctx context.Context, c *Writer) *transaction {
	run := context.WithoutCancel(ctx)
	view := read.NewView(ctx, run, c.Session)
	s := &statements{&view, run}
	blocks := &blockReader{s, &c.blocks, make(map[string]*graph.Report)}
	parties := &reportParties{s, make(map[string]bool), make(map[string]bool)}
	words := make(fullText)
	log := &eventLog{statements: s, changes: make(storekit.EventChanges)}
	of := &eventReports{blocks, log}
	return &transaction{
		blockReader: blocks,
		articles:    articles{blocks, leaving{s, of}, parties, words, log},
		entities:    entities{blocks, parties, words},
		events:      events{blocks, of, eventParties{s}, words, log},
		edits:       edits{s, &c.blocks, make(storekit.EditChanges)},
		reviews:     reviews{s},
		parties:     parties,
		words:       words,
		log:         log,
	}
}

// finish writes what had to wait for the end of a change.
func (tx *transaction) finish() error {
	if err := tx.parties.resolve(); err != nil {
		return err
	}
	if err := sumUp(tx.blockReader.statements); err != nil {
		return err
	}
	if err := tx.words.write(tx.blockReader.exec); err != nil {
		return err
	}
	if err := tx.edits.writeLog(); err != nil {
		return err
	}
	return tx.log.write()
}

// ViewBlocks returns what a read transaction sees of blocks.
func ViewBlocks(ctx context.Context, view *read.View) graph.BlockReader {
	w := &Writer{Session: view.Session}
	w.blocks.empty()
	return newTransaction(ctx, w)
}
