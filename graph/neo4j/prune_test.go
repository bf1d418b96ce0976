package neo4j_test

import (
	"fmt"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/neo4j/neo4jtest"
)

// TestLogsAreCut: the logs keep their newest entries, as many as are promised, and say so to
// one who comes back too late. What finds entries by their event goes with them.
func TestLogsAreCut(t *testing.T) {
	server := neo4jtest.Shared(t)
	store := open(t)
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
	for _, statement := range []string{
		`MATCH (one:Change {last: 1}) UNWIND range(2, %[1]d) AS i CALL (one, i) { CREATE (:Change {last: i, at: one.at, kinds: one.kinds, ids: one.ids, before: one.before}), (:ChangeOfEvent {id: one.ids[0], last: i}) } IN TRANSACTIONS OF 5000 ROWS`,
		`MATCH (one:EditChange {last: 1}) UNWIND range(2, %[1]d) AS i CALL (one, i) { CREATE (:EditChange {last: i, at: one.at, kinds: one.kinds, ids: one.ids}) } IN TRANSACTIONS OF 5000 ROWS`,
		`MATCH (l:ChangeLog) SET l.newest = %[1]d`,
	} {
		query(t, server, fmt.Sprintf(statement, graph.ChangesKept))
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
	rows, err := server.Query(t.Context(), `MATCH (n:ChangeOfEvent) RETURN count(n)`, nil)
	if err != nil {
		t.Fatal(err)
	}
	if found := rows[0].Values[0]; found != int64(graph.ChangesKept) {
		t.Errorf("%v entries are found by their events", found)
	}
	if log, err := store.ChangesOf(t.Context(), []string{"evt_3"}); err != nil || len(log) != 1 {
		t.Errorf("the log has %v of one event, %v", log, err)
	}
}
