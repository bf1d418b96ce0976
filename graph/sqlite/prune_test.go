package sqlite_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite"
)

// The logs keep their newest entries, as many as are promised, and say so to one who comes
// back too late.
func TestLogsAreCut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	put := func(n int) {
		t.Helper()
		id := fmt.Sprintf("evt_%d", n)
		report := graph.Report{ID: graph.ReportIDOf(id), ArticleID: fmt.Sprintf("art_%d", n), Block: id, Type: graph.EventContact, Quote: "They spoke.", End: 11}
		edit := graph.NewEdit(graph.Edit{Kind: graph.EditRename, Author: "Ada", Reason: "r", Name: "N", Time: time.Unix(int64(n), 0),
			Subjects: []graph.Subject{{ID: "per_a", ArticleID: "art_a"}}})
		err := store.Update(t.Context(), func(tx graph.Tx) error {
			if err := tx.PutBatch(&graph.Batch{Article: graph.Article{ID: report.ArticleID, Text: report.Quote}, Reports: []graph.Report{report}}); err != nil {
				return err
			}
			if err := tx.PutEdits([]*graph.Edit{edit}); err != nil {
				return err
			}
			return tx.PutEvents([]string{id}, []*graph.Event{{ID: id, Type: graph.EventContact, Means: graph.MeansCall, Summary: "S.", ReportIDs: []string{report.ID}}})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	put(1)
	first, err := store.LatestChange(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	firstEdit, err := store.LatestEditChange(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// The logs are filled up behind the store's back, which would take long through it.
	file, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{
		`WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
INSERT INTO changes SELECT i, at, kind, event_id, before FROM n, (SELECT * FROM changes WHERE sequence = 1)`,
		`WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
INSERT INTO edit_changes SELECT i, at, kind, edit_id FROM n, (SELECT * FROM edit_changes WHERE sequence = 1)`,
	} {
		if _, err := file.ExecContext(t.Context(), query, graph.ChangesKept); err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	gaps := func() (change, edit bool) {
		t.Helper()
		changes, err := store.Changes(t.Context(), graph.ChangeQuery{Since: first, First: 1})
		if err != nil {
			t.Fatal(err)
		}
		edits, err := store.EditChanges(t.Context(), graph.ChangeQuery{Since: firstEdit, First: 1})
		if err != nil {
			t.Fatal(err)
		}
		if changes.Gap && changes.Total != graph.ChangesKept {
			t.Errorf("%d entries are kept", changes.Total)
		}
		return changes.Gap, edits.Gap
	}
	put(2) // cuts entry 1, after which the first cursor stands
	if change, edit := gaps(); change || edit {
		t.Errorf("nothing after the cursor is cut, and there is a gap: %t, %t", change, edit)
	}
	put(3)
	if change, edit := gaps(); !change || !edit {
		t.Errorf("entries after the cursor are cut, and there is no gap: %t, %t", change, edit)
	}
}
