package read

import (
	"context"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	selectEditChanges = `SELECT c.sequence, c.at, c.kind, ` + mapping.EditColumns + ` FROM edit_changes c JOIN edits e ON e.id = c.edit_id
WHERE c.sequence > ? ORDER BY c.sequence LIMIT ?`
)

// EditChanges returns part of the log of edits.
func (s editReader) EditChanges(ctx context.Context, q graph.ChangeQuery) (*graph.EditChangePage, error) {
	var page *graph.EditChangePage
	err := s.read(ctx, func(r *View) (err error) {
		page, err = logs{r}.editChanges(q)
		return err
	})
	return page, db.Translate(err, "edit changes since %.200q", q.Since)
}

func (r logs) editChanges(q graph.ChangeQuery) (*graph.EditChangePage, error) {
	log, window, err := storekit.OpenLog(q, storekit.EditLog, r.extent)
	if err != nil {
		return nil, err
	}
	var changes []graph.EditChange
	var edits []*graph.Edit
	err = r.Each(selectEditChanges, []any{window.After, window.AtMost(noLimit)}, func(r *mapping.Row) error {
		sequence := r.Number()
		change := graph.EditChange{Sequence: sequence, Cursor: log.Cursor(sequence), At: r.Instant(), Kind: graph.ChangeKind(r.Text()), Edit: storekit.ReadEdit(r)}
		changes, edits = append(changes, change), append(edits, change.Edit)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return log.EditPage(window, changes), markMissing(r.View, edits)
}

// LatestEditChange returns the cursor after the newest entry.
func (s editReader) LatestEditChange(ctx context.Context) (string, error) {
	cursor := ""
	err := s.read(ctx, func(r *View) error {
		log, err := logs{r}.extent(storekit.EditLog)
		cursor = log.Cursor(log.Newest)
		return err
	})
	return cursor, db.Translate(err, "latest edit change")
}
