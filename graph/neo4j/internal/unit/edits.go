package unit

import (
	"time"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/neo4j/internal/read"
	"dateline/graph/storekit"
)

const (
	// putEdits also notes that there are edits, so that merging without any need not ask.
	putEdits = `CALL () { MATCH (d:Dateline {name: 'graph'}) USING INDEX SEEK d:Dateline(name) WHERE d.edited IS NULL SET d.edited = true }
UNWIND $rows AS row MERGE (e:Edit {id: row.edit.id}) SET e = row.edit
WITH e, row UNWIND row.subjects AS subject MERGE (s:Subject {id: subject.id}) ON CREATE SET s.articleId = subject.articleId MERGE (e)-[:ABOUT]->(s)`

	readIfEdited = `MATCH (d:Dateline {name: 'graph'}) USING INDEX SEEK d:Dateline(name) RETURN [4, coalesce(d.edited, false)] AS row`

	readEditStates = `UNWIND $ids AS id MATCH (e:Edit {id: id}) USING INDEX SEEK e:Edit(id) RETURN id, e.withdrawn, e.overruled`

	// logEdits is logChanges for edits. Its lock is taken before that of the other log.
	logEdits = `UNWIND $rows AS row MATCH (l:ChangeLog {name: 'edits'}) USING INDEX SEEK l:ChangeLog(name) REMOVE l:Held
WITH l, row SET l.newest = l.newest + size(row.ids)
CREATE (:EditChange {last: l.newest, at: row.at, kinds: row.kinds, ids: row.ids})
WITH l, l.newest - row.kept AS surplus
CALL (l, surplus) { MATCH (old:EditChange) USING INDEX old:EditChange(last) WHERE old.last <= surplus WITH l, old, old.last AS last
SET l.oldest = CASE WHEN last >= l.oldest THEN last + 1 ELSE l.oldest END DELETE old }`
)

var readEditsOn = `CALL () {
UNWIND $ids AS id MATCH (s:Subject {id: id})<-[:ABOUT]-(e:Edit) USING INDEX SEEK s:Subject(id) RETURN e
UNION UNWIND $ids AS id MATCH (e:Edit {id: id}) USING INDEX SEEK e:Edit(id) RETURN e
} RETURN ` + mapping.EditList("e") + ` ORDER BY e.key DESC`

// edits reads and writes edits.
type edits struct {
	*known
	// changes are the edits that were written.
	changes storekit.EditChanges
}

// EditsOn reads the edits that name any of the IDs.
func (tx *edits) EditsOn(ids []string) ([]*graph.Edit, error) {
	if tx.unedited || len(ids) == 0 {
		return nil, tx.Ended()
	}
	rows, err := tx.Ask(readEditsOn, map[string]any{"ids": storekit.Distinct(ids)})
	if err != nil {
		return nil, bolt.Translate(err, "edits on %d IDs", len(ids))
	}
	edits, err := read.EditsOf(rows)
	return edits, bolt.Translate(err, "edits on %d IDs", len(ids))
}

// PutEdits stores edits.
func (tx *edits) PutEdits(edits []*graph.Edit) error {
	if err := tx.note(edits); err != nil {
		return bolt.Translate(err, "put %d edits", len(edits))
	}
	var rows []any
	for _, e := range edits {
		row, subjects, err := mapping.EditRow(e)
		if err != nil {
			return bolt.Translate(err, "put edit %s", e.ID)
		}
		rows = append(rows, map[string]any{"edit": row, "subjects": subjects})
		tx.unedited = false
	}
	return bolt.Translate(tx.write(putEdits, rows), "put %d edits", len(edits))
}

// note notes writes of edits for their log.
func (tx *edits) note(edits []*graph.Edit) error {
	var asked []string
	for _, e := range edits {
		if !tx.changes.Has(e.ID) {
			asked = append(asked, e.ID)
		}
	}
	stored := make(map[string]*graph.Edit)
	if len(asked) > 0 {
		rows, err := tx.Ask(readEditStates, map[string]any{"ids": asked})
		if err != nil {
			return err
		}
		for _, row := range rows {
			f := mapping.NewFields(row)
			id := f.Text()
			stored[id] = &graph.Edit{Withdrawn: f.Bool(), Overruled: f.Bool()}
			if f.Err != nil {
				return f.Err
			}
		}
	}
	for _, e := range edits {
		tx.changes.Note(stored[e.ID], storekit.CloneEdit(e))
	}
	return nil
}

// writeLog appends the edits that have changed in the end to their log.
func (tx *edits) writeLog() error {
	entries := tx.changes.Entries()
	if len(entries) == 0 {
		return nil
	}
	var kinds, ids []string
	for _, entry := range entries {
		kinds, ids = append(kinds, string(entry.Kind)), append(ids, entry.EditID)
	}
	at := time.Now().UTC().Truncate(time.Microsecond).Format(time.RFC3339Nano)
	return tx.write(logEdits, []any{map[string]any{"at": at, "kinds": kinds, "ids": ids, "kept": graph.ChangesKept}})
}
