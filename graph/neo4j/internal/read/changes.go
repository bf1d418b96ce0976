package read

import (
	"context"
	"slices"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

const (
	readChangeLog = `MATCH (l:ChangeLog {name: $name}) USING INDEX SEEK l:ChangeLog(name) RETURN l.id, l.oldest, l.newest`
	readChanges   = `MATCH (c:Change) USING INDEX c:Change(last) WHERE c.last > $after RETURN c.last, c.at, c.kinds, c.ids, c.before ORDER BY c.last LIMIT $limit`
	readChangesOf = `UNWIND $ids AS id MATCH (of:ChangeOfEvent {id: id}) USING INDEX SEEK of:ChangeOfEvent(id) WITH DISTINCT of.last AS last
MATCH (c:Change {last: last}) USING INDEX SEEK c:Change(last) RETURN c.last, c.at, c.kinds, c.ids, c.before ORDER BY c.last`
)

// logNames are those of the nodes of the logs.
var logNames = map[string]string{storekit.EventLog: "changes", storekit.EditLog: "edits"}

// Changes returns part of the log.
func (r changeReader) Changes(ctx context.Context, q graph.ChangeQuery) (*graph.ChangePage, error) {
	var page *graph.ChangePage
	err := r.db.Read(ctx, func(ask bolt.Asker) (err error) {
		page, err = changes(ask, q)
		return err
	})
	return page, bolt.Translate(err, "changes since %.200q", q.Since)
}

func changes(ask bolt.Asker, q graph.ChangeQuery) (*graph.ChangePage, error) {
	log, window, err := storekit.OpenLog(q, storekit.EventLog, func(name string) (storekit.ChangeLog, error) { return changeLog(ask, name) })
	if err != nil {
		return nil, err
	}
	rows, err := ask(readChanges, map[string]any{"after": window.After, "limit": window.AtMost(noLimit)})
	if err != nil {
		return nil, err
	}
	found, err := entriesOf(log, window, rows)
	if err != nil {
		return nil, err
	}
	return log.Page(window, found), nil
}

// entriesOf reads entries up to the limit. It stops where one is missing, and where the log
// ended when its node was read: the server can show a commit in parts, and the rest is read
// next time.
func entriesOf(log storekit.ChangeLog, window storekit.LogWindow, rows [][]any) ([]graph.Change, error) {
	var found []graph.Change
	next := window.After + 1
	for _, row := range rows {
		f := mapping.NewFields(row)
		last, at, kinds, ids, before := f.Number(), f.Instant(), f.Texts(), f.Texts(), f.Texts()
		if len(kinds) != len(ids) || len(before) != len(ids) {
			f.Fault("has lists of a change with different lengths")
		}
		if f.Err != nil {
			return nil, f.Err
		}
		first := last - int64(len(ids)) + 1
		if first > next || last > log.Newest {
			return found, nil
		}
		for i := next - first; i < int64(len(ids)); i++ {
			if window.Limit > 0 && len(found) == window.Limit {
				return found, nil
			}
			change, err := log.Change(next, storekit.LogEntry{Kind: graph.ChangeKind(kinds[i]), EventID: ids[i], Before: before[i]})
			if err != nil {
				return nil, err
			}
			change.At = at
			found = append(found, change)
			next++
		}
	}
	return found, nil
}

// ChangesOf returns the entries about some events.
func (r changeReader) ChangesOf(ctx context.Context, eventIDs []string) ([]graph.Change, error) {
	var changes []graph.Change
	err := r.db.Read(ctx, func(ask bolt.Asker) error {
		changes = nil
		log, err := changeLog(ask, storekit.EventLog)
		if err != nil {
			return err
		}
		rows, err := ask(readChangesOf, map[string]any{"ids": mapping.ListValue(eventIDs)})
		if err != nil {
			return err
		}
		for _, row := range rows {
			size := len(mapping.NewFields(row[3:4]).Texts())
			last := mapping.NewFields(row[:1]).Number()
			all, err := entriesOf(log, storekit.LogWindow{After: last - int64(size)}, [][]any{row})
			if err != nil {
				return err
			}
			for _, change := range all {
				if slices.Contains(eventIDs, change.EventID) {
					changes = append(changes, change)
				}
			}
		}
		return nil
	})
	return changes, bolt.Translate(err, "changes of %d events", len(eventIDs))
}

func changeLog(ask bolt.Asker, name string) (log storekit.ChangeLog, err error) {
	rows, err := ask(readChangeLog, map[string]any{"name": logNames[name]})
	if err != nil {
		return log, err
	}
	if len(rows) != 1 {
		return log, bolt.ErrChanged
	}
	f := mapping.NewFields(rows[0])
	log = storekit.ChangeLog{Name: name, ID: f.Text(), Oldest: f.Number(), Newest: f.Number()}
	return log, f.Err
}

// LatestChange returns the cursor after the newest entry.
func (r changeReader) LatestChange(ctx context.Context) (string, error) {
	cursor := ""
	err := r.db.Read(ctx, func(ask bolt.Asker) error {
		log, err := changeLog(ask, storekit.EventLog)
		cursor = log.Cursor(log.Newest)
		return err
	})
	return cursor, bolt.Translate(err, "latest change")
}
