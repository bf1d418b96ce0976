package unit

import (
	"encoding/json"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	putEdit = `INSERT INTO edits (id, reverse_time, author, kind, withdrawn, overruled, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET withdrawn = ?5, overruled = ?6`
	selectEditState  = `SELECT withdrawn * 2 + overruled FROM edits WHERE id = ?`
	putEditChange    = `INSERT INTO edit_changes (at, kind, edit_id) VALUES (?, ?, ?)`
	deleteEditChange = `DELETE FROM edit_changes WHERE sequence <= (SELECT max(sequence) FROM edit_changes) - ?`
	putEditName      = `INSERT OR IGNORE INTO edit_names (name, edit_id, article_id) VALUES (?, ?, ?)`

	selectEditedIDs = `SELECT DISTINCT name FROM edit_names UNION SELECT id FROM edits`
	selectEditsOn   = `SELECT ` + mapping.EditColumns + ` FROM edits e WHERE e.id IN (
SELECT n.edit_id FROM json_each(?1) w JOIN edit_names n ON n.name = w.value UNION SELECT value FROM json_each(?1)) ORDER BY e.reverse_time DESC, e.id`
)

// edits reads and writes edits.
type edits struct {
	*statements
	blocks *blockCache
	// changes are the edits that were written.
	changes storekit.EditChanges
}

// EditsOn reads the edits that name any of the IDs. Most blocks have thousands of members
// and no edit, so the IDs that edits name are cached.
func (tx *edits) EditsOn(ids []string) ([]*graph.Edit, error) {
	edits, err := tx.editsOn(ids)
	return edits, db.Translate(err, "edits on %d IDs", len(ids))
}

func (tx *edits) editsOn(ids []string) ([]*graph.Edit, error) {
	edited, err := tx.editedIDs()
	if err != nil {
		return nil, err
	}
	var named []string
	for _, id := range ids {
		if edited[id] {
			named = append(named, id)
		}
	}
	if len(named) == 0 {
		return nil, nil
	}
	var edits []*graph.Edit
	err = tx.Each(selectEditsOn, []any{mapping.IDList(named)}, func(r *mapping.Row) error {
		edits = append(edits, storekit.ReadEdit(r))
		return nil
	})
	return edits, err
}

// editedIDs returns the IDs of edits, and those that edits name.
func (tx *edits) editedIDs() (map[string]bool, error) {
	if tx.blocks.edited != nil {
		return tx.blocks.edited, nil
	}
	ids, err := tx.Texts(selectEditedIDs)
	if err != nil {
		return nil, err
	}
	edited := make(map[string]bool, len(ids))
	for _, id := range ids {
		edited[id] = true
	}
	tx.blocks.edited = edited
	return edited, nil
}

// PutEdits stores edits.
func (tx *edits) PutEdits(edits []*graph.Edit) error {
	for _, e := range edits {
		if err := tx.blocks.faultless(tx.putEdit(e)); err != nil {
			return db.Translate(err, "put edit %s", e.ID)
		}
	}
	return nil
}

func (tx *edits) putEdit(e *graph.Edit) error {
	edited, err := tx.editedIDs()
	if err != nil {
		return err
	}
	content, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if err := tx.note(e); err != nil {
		return err
	}
	if err := tx.exec(putEdit, e.ID, -e.Time.UnixMicro(), e.Author, string(e.Kind), e.Withdrawn, e.Overruled, string(content)); err != nil {
		return err
	}
	edited[e.ID] = true
	for _, s := range e.Names() {
		edited[s.ID] = true
		if err := tx.exec(putEditName, s.ID, e.ID, s.ArticleID); err != nil {
			return err
		}
	}
	return nil
}

// note notes a write of an edit for the log.
func (tx *edits) note(e *graph.Edit) error {
	var before *graph.Edit
	state, stored, err := tx.Number(selectEditState, e.ID)
	if stored {
		before = &graph.Edit{Withdrawn: state >= 2, Overruled: state%2 == 1}
	}
	tx.changes.Note(before, storekit.CloneEdit(e))
	return err
}

// writeLog appends the edits that have changed in the end to their log, and cuts that.
func (tx *edits) writeLog() error {
	entries := tx.changes.Entries()
	if len(entries) == 0 {
		return nil
	}
	at := mapping.InstantText(time.Now().Truncate(time.Microsecond))
	for _, entry := range entries {
		if err := tx.exec(putEditChange, at, string(entry.Kind), entry.EditID); err != nil {
			return db.Translate(err, "log the edit %s", entry.EditID)
		}
	}
	return tx.exec(deleteEditChange, graph.ChangesKept)
}
