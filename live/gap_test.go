package live_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite"
	"dateline/live"
)

// TestCursorTooOld: who comes back when the log no longer has what came next is told of a
// gap, once, then of what there is, and then of what is new; who comes back in time is not.
func TestCursorTooOld(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	cursors := []string{}
	summaries := map[string]string{}
	for i := range 6 {
		cursor, err := store.LatestChange(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		cursors = append(cursors, cursor)
		summaries[fmt.Sprintf("evt_%d", i)] = "S."
		put(t, store, summaries)
	}
	file, err := sql.Open("sqlite", path) // as if the log were at its full length
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.ExecContext(t.Context(), `DELETE FROM changes WHERE sequence <= 3`); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	hub := live.NewHub(store, live.Options{Interval: time.Millisecond})
	rest := []string{"ADDED evt_3", "ADDED evt_4", "ADDED evt_5"}
	late := subscribe(t, hub, live.Settings{Since: cursors[1]})
	want(t, "too late", append([]string{"GAP"}, rest...), told(t, late, 4))
	want(t, "just in time", rest, told(t, subscribe(t, hub, live.Settings{Since: cursors[3]}), 3))
	put(t, store, map[string]string{"evt_0": "S.", "evt_1": "S.", "evt_2": "S.", "evt_3": "S.", "evt_4": "S.", "evt_5": "S.", "evt_6": "S."})
	want(t, "what is new after the gap", []string{"ADDED evt_6"}, told(t, late, 1))
	page, err := store.Changes(t.Context(), graph.ChangeQuery{Since: cursors[1]})
	if err != nil || !page.Gap || len(page.Changes) != 4 {
		t.Errorf("who polls is told of %d changes, gap %t, %v", len(page.Changes), page.Gap, err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if notice, err := late.Next(ctx); err == nil {
		t.Errorf("told once more: %s", describe(notice))
	}
}
