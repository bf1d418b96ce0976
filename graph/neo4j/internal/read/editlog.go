package read

import (
	"context"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

var readEditChanges = `MATCH (c:EditChange) USING INDEX c:EditChange(last) WHERE c.last > $after WITH c ORDER BY c.last LIMIT $limit
CALL (c) { UNWIND c.ids AS id MATCH (e:Edit {id: id}) USING INDEX SEEK e:Edit(id) RETURN collect(` + mapping.EditList("e") + `) AS edits }
RETURN c.last, c.at, c.kinds, edits ORDER BY c.last`

// EditChanges returns part of the log of edits.
func (r editReader) EditChanges(ctx context.Context, q graph.ChangeQuery) (*graph.EditChangePage, error) {
	var page *graph.EditChangePage
	err := r.db.Read(ctx, func(ask bolt.Asker) (err error) {
		page, err = editChanges(ask, q)
		return err
	})
	return page, bolt.Translate(err, "edit changes since %.200q", q.Since)
}

func editChanges(ask bolt.Asker, q graph.ChangeQuery) (*graph.EditChangePage, error) {
	log, window, err := storekit.OpenLog(q, storekit.EditLog, func(name string) (storekit.ChangeLog, error) { return changeLog(ask, name) })
	if err != nil {
		return nil, err
	}
	rows, err := ask(readEditChanges, map[string]any{"after": window.After, "limit": window.AtMost(noLimit)})
	if err != nil {
		return nil, err
	}
	changes, err := editEntries(log, window, rows)
	if err != nil {
		return nil, err
	}
	var edits []*graph.Edit
	for _, change := range changes {
		edits = append(edits, change.Edit)
	}
	return log.EditPage(window, changes), markMissing(ask, edits)
}

// editEntries reads entries up to the limit, and stops where one is missing, as entriesOf.
func editEntries(log storekit.ChangeLog, window storekit.LogWindow, rows [][]any) ([]graph.EditChange, error) {
	var found []graph.EditChange
	next := window.After + 1
	for _, row := range rows {
		f := mapping.NewFields(row)
		last, at, kinds, edits := f.Number(), f.Instant(), f.Texts(), f.List()
		if f.Err != nil {
			return nil, f.Err
		}
		if len(edits) != len(kinds) {
			return nil, bolt.ErrChanged // the server shows a commit in parts
		}
		first := last - int64(len(kinds)) + 1
		if first > next {
			return found, nil
		}
		for i := next - first; i < int64(len(kinds)); i++ {
			if window.Limit > 0 && len(found) == window.Limit {
				return found, nil
			}
			of := mapping.FieldsOf(edits[i])
			found = append(found, graph.EditChange{Sequence: next, Cursor: log.Cursor(next), At: at, Kind: graph.ChangeKind(kinds[i]), Edit: storekit.ReadEdit(of)})
			if of.Err != nil {
				return nil, of.Err
			}
			next++
		}
	}
	return found, nil
}

// LatestEditChange returns the cursor after the newest entry.
func (r editReader) LatestEditChange(ctx context.Context) (string, error) {
	cursor := ""
	err := r.db.Read(ctx, func(ask bolt.Asker) error {
		log, err := changeLog(ask, storekit.EditLog)
		cursor = log.Cursor(log.Newest)
		return err
	})
	return cursor, bolt.Translate(err, "latest edit change")
}
