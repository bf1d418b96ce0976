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

// noteEvent notes a write of an event for the log; nil for an event that does not exist.
func (tx *transaction) noteEvent(id string, before, now *eventRow) error {
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
func (tx *transaction) eventOf(row *eventRow) (*graph.Event, error) {
	if row == nil {
		return nil, nil
	}
	r := mapping.NewRow(&tx.Memo, row.eventValues())
	e := mapping.ReadEvent(r)
	return e, r.Err
}

// logChanges appends what has changed in the end to the log, and cuts that.
func (tx *transaction) logChanges() error {
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
