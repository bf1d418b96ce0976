package unit

import (
	"errors"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	putChange = `INSERT INTO changes (at, kind, event_id, before) VALUES (?, ?, ?, ?)`
	// redactChanges is storekit.WithoutWords for the whole log.
	redactChanges = `UPDATE changes SET before = json_remove(json_set(before, '$.w', ''), '$.d.text') WHERE before <> ''`
	deleteChanges = `DELETE FROM changes WHERE sequence <= (SELECT max(sequence) FROM changes) - ?`
)

// eventLog is the log of changes, with what a transaction adds to it.
type eventLog struct {
	*statements
	// changes are the events that were written.
	changes storekit.EventChanges
	// redacting is set once an article is removed, whose words are then deleted from the log.
	redacting bool
}

// note notes a write of an event; nil for an event that does not exist.
func (tx *eventLog) note(id string, before, now *eventRow) error {
	was, err := tx.eventOf(before)
	if err != nil {
		return err
	}
	is, err := tx.eventOf(now)
	if err != nil {
		return err
	}
	tx.changes.Note(id, was, is)
	return nil
}

// eventOf returns the event of a row, nil for nil.
func (tx *eventLog) eventOf(row *eventRow) (*graph.Event, error) {
	if row == nil {
		return nil, nil
	}
	r := mapping.NewRow(&tx.Memo, row.eventValues())
	e := mapping.ReadEvent(r)
	return e, r.Err
}

// write appends what has changed in the end, and cuts the log.
func (tx *eventLog) write() error {
	entries, err := tx.changes.Entries()
	if err == nil && tx.redacting {
		err = errors.Join(storekit.RedactEntries(entries), tx.exec(redactChanges))
	}
	if err != nil || len(entries) == 0 {
		return err
	}
	at := mapping.InstantText(time.Now().Truncate(time.Microsecond))
	for _, entry := range entries {
		if err := tx.exec(putChange, at, string(entry.Kind), entry.EventID, entry.Before); err != nil {
			return db.Translate(err, "log the change of %s", entry.EventID)
		}
	}
	return tx.exec(deleteChanges, graph.ChangesKept)
}
