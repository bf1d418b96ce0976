package read

import (
	"context"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	selectChanges   = `SELECT sequence, at, kind, event_id, before FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?`
	selectChangesOf = `SELECT c.sequence, c.at, c.kind, c.event_id, c.before FROM json_each(?) w JOIN changes c ON c.event_id = w.value ORDER BY c.sequence`
)

// selectLogs read the bounds of the logs.
var selectLogs = map[string]string{
	storekit.EventLog: `SELECT id, (SELECT coalesce(min(sequence), 1) FROM changes), (SELECT coalesce(max(sequence), 0) FROM changes) FROM change_log`,
	storekit.EditLog:  `SELECT id, (SELECT coalesce(min(sequence), 1) FROM edit_changes), (SELECT coalesce(max(sequence), 0) FROM edit_changes) FROM change_log`,
}

// noLimit is none, in SQL.
const noLimit = -1

// Changes returns part of the log.
func (s changeReader) Changes(ctx context.Context, q graph.ChangeQuery) (*graph.ChangePage, error) {
	var page *graph.ChangePage
	err := s.read(ctx, func(r *View) (err error) {
		page, err = logs{r}.changes(q)
		return err
	})
	return page, db.Translate(err, "changes since %.200q", q.Since)
}

// logs are the logs of changes and of edits, as a view sees them.
type logs struct{ *View }

func (r logs) changes(q graph.ChangeQuery) (*graph.ChangePage, error) {
	log, window, err := storekit.OpenLog(q, storekit.EventLog, r.extent)
	if err != nil {
		return nil, err
	}
	changes, err := r.entries(log, selectChanges, window.After, window.AtMost(noLimit))
	return log.Page(window, changes), err
}

func (r logs) entries(log storekit.ChangeLog, query string, args ...any) (changes []graph.Change, err error) {
	err = r.Each(query, args, func(r *mapping.Row) error {
		sequence, at := r.Number(), r.Instant()
		change, err := log.Change(sequence, storekit.LogEntry{Kind: graph.ChangeKind(r.Text()), EventID: r.Text(), Before: r.Text()})
		change.At = at
		changes = append(changes, change)
		return err
	})
	return changes, err
}

// ChangesOf returns the entries about some events.
func (s changeReader) ChangesOf(ctx context.Context, eventIDs []string) ([]graph.Change, error) {
	var changes []graph.Change
	err := s.read(ctx, func(r *View) error {
		log, err := logs{r}.extent(storekit.EventLog)
		if err != nil {
			return err
		}
		changes, err = logs{r}.entries(log, selectChangesOf, mapping.IDList(storekit.Distinct(eventIDs)))
		return err
	})
	return changes, db.Translate(err, "changes of %d events", len(eventIDs))
}

// extent reads the bounds of a log.
func (r logs) extent(name string) (log storekit.ChangeLog, err error) {
	err = r.Each(selectLogs[name], nil, func(r *mapping.Row) error {
		log = storekit.ChangeLog{Name: name, ID: r.Text(), Oldest: r.Number(), Newest: r.Number()}
		return nil
	})
	return log, err
}

// LatestChange returns the cursor after the newest entry.
func (s changeReader) LatestChange(ctx context.Context) (string, error) {
	cursor := ""
	err := s.read(ctx, func(r *View) error {
		log, err := logs{r}.extent(storekit.EventLog)
		cursor = log.Cursor(log.Newest)
		return err
	})
	return cursor, db.Translate(err, "latest change")
}
