package unit

import (
	"errors"
	"time"

	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// logChanges appends an entry to the log for each change of an event, and cuts the log.
// Its node is locked until the commit, so that sequence numbers are in the order of
// commits. It is the last lock that a transaction takes apart from its gate, so nobody who
// waits for it holds what its owner still needs.
const logChanges = `UNWIND $logged AS row MATCH (l:ChangeLog {name: 'changes'}) USING INDEX SEEK l:ChangeLog(name) REMOVE l:Held
WITH l, row SET l.newest = l.newest + size(row.ids)
CREATE (:Change {last: l.newest, at: row.at, kinds: row.kinds, ids: row.ids, before: row.before})
FOREACH (id IN row.ids | CREATE (:ChangeOfEvent {id: id, last: l.newest}))
WITH l, l.newest - $kept AS surplus
CALL (l, surplus) { MATCH (old:Change) USING INDEX old:Change(last) WHERE old.last <= surplus WITH l, old, old.last AS last, old.ids AS ids
SET l.oldest = CASE WHEN last >= l.oldest THEN last + 1 ELSE l.oldest END DELETE old
WITH last, ids UNWIND ids AS id MATCH (of:ChangeOfEvent {id: id}) USING INDEX SEEK of:ChangeOfEvent(id) WHERE of.last = last DELETE of }`

// readEvents reads events whole.
var readEvents = `UNWIND $ids AS id MATCH (e:Event {id: id}) USING INDEX SEEK e:Event(id) RETURN ` + mapping.EventList("e")

// eventLog is the log of changes, with what a transaction adds to it.
type eventLog struct {
	*statements
	// changes are the events that were written.
	changes storekit.EventChanges
	// redacting is set once an article is removed, whose words are then deleted from the log.
	redacting bool
}

// logged returns what has changed in the end as rows of logChanges: one, or none.
func (tx *eventLog) logged() ([]any, error) {
	entries, err := tx.changes.Entries()
	if err == nil && tx.redacting {
		err = errors.Join(storekit.RedactEntries(entries), tx.redactLog())
	}
	if err != nil || len(entries) == 0 {
		return []any{}, err
	}
	var kinds, ids, before []string
	for _, entry := range entries {
		kinds, ids, before = append(kinds, string(entry.Kind)), append(ids, entry.EventID), append(before, entry.Before)
	}
	at := time.Now().UTC().Truncate(time.Microsecond).Format(time.RFC3339Nano)
	return []any{map[string]any{"at": at, "kinds": kinds, "ids": ids, "before": before}}, nil
}

const (
	readLog   = `MATCH (c:Change) USING INDEX c:Change(last) WHERE c.last > 0 RETURN c.last, c.before`
	redactLog = `UNWIND $rows AS row MATCH (c:Change {last: row[0]}) USING INDEX SEEK c:Change(last) SET c.before = row[1]`
)

// redactLog deletes the words of articles from the log. It runs once the blocks of all
// that has changed are locked, so that nobody can log these words again.
func (tx *eventLog) redactLog() error {
	logged, err := tx.Ask(readLog, nil)
	if err != nil {
		return err
	}
	var rows []any
	for _, row := range logged {
		f := mapping.NewFields(row)
		last, before := f.Number(), f.Texts()
		for i := range before {
			if before[i], err = storekit.WithoutWords(before[i]); err != nil {
				return err
			}
		}
		if f.Err != nil {
			return f.Err
		}
		rows = append(rows, []any{last, mapping.ListValue(before)})
	}
	return tx.write(redactLog, rows)
}

// noteLeaving notes for the log that events have lost reports.
func (tx *eventLog) noteLeaving(left clusterMembers, eventIDs []string) error {
	if len(eventIDs) == 0 {
		return nil
	}
	rows, err := tx.Ask(readEvents, map[string]any{"ids": eventIDs})
	if err != nil {
		return err
	}
	for _, row := range rows {
		f := mapping.FieldsOf(row[0])
		before := f.Event()
		if f.Err != nil {
			return f.Err
		}
		now := storekit.CloneEvent(before)
		now.ReportIDs = left[before.ID]
		tx.changes.Note(before.ID, before, now)
	}
	return nil
}
