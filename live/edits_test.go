package live_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/live"
)

// decide stores edits with these names, and withdraws them if that is asked.
func decide(t testing.TB, store graph.Writer, withdrawn bool, names ...string) {
	t.Helper()
	err := store.Update(t.Context(), func(tx graph.Tx) error {
		var edits []*graph.Edit
		for i, name := range names {
			e := graph.NewEdit(graph.Edit{Kind: graph.EditRename, Author: "Ada", Reason: "r", Name: name, Time: time.Unix(int64(i), 0),
				Subjects: []graph.Subject{{ID: "per_a", ArticleID: "art_a"}}})
			e.Withdrawn = withdrawn
			edits = append(edits, e)
		}
		return tx.PutEdits(edits)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// toldEdits returns the next notices, as kind and name, and the last cursor.
func toldEdits(t testing.TB, s *live.EditSubscription, n int) (notices []string, cursor string) {
	t.Helper()
	for range n {
		notice, err := s.Next(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		text := string(notice.Kind)
		if notice.Change != nil {
			text += " " + notice.Change.Edit.Name
		}
		notices, cursor = append(notices, text), notice.Cursor
	}
	return notices, cursor
}

func followEdits(t testing.TB, hub *live.Hub, settings live.EditSettings) *live.EditSubscription {
	t.Helper()
	s, err := hub.SubscribeToEdits(t.Context(), settings)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// Each edit is told once, whoever makes it, and from any cursor on.
func TestEditsEachOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := graphtest.NewMemory()
		decide(t, store, false, "before")
		hub := live.NewHub(store, live.Options{})
		s := followEdits(t, hub, live.EditSettings{Checkpoints: true})
		got, start := toldEdits(t, s, 1)
		want(t, "the first notice", []string{"CHECKPOINT"}, got)
		decide(t, store, false, "a", "b")
		got, middle := toldEdits(t, s, 2)
		want(t, "after two edits", []string{"ADDED a", "ADDED b"}, got)
		decide(t, store, true, "a")
		got, _ = toldEdits(t, s, 1)
		want(t, "after a withdrawal", []string{"CHANGED a"}, got)
		got, _ = toldEdits(t, s, 1)
		want(t, "after a quiet minute", []string{"CHECKPOINT"}, got)
		resumed := followEdits(t, hub, live.EditSettings{Since: start})
		got, _ = toldEdits(t, resumed, 3)
		want(t, "from the start", []string{"ADDED a", "ADDED b", "CHANGED a"}, got)
		resumed = followEdits(t, hub, live.EditSettings{Since: middle})
		got, _ = toldEdits(t, resumed, 1)
		want(t, "from the middle", []string{"CHANGED a"}, got)
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		if _, err := resumed.Next(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("nothing changed, and yet there is %v", err)
		}
	})
}

// More edits than one call reads come in order.
func TestManyEdits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := graphtest.NewMemory()
		s := followEdits(t, live.NewHub(store, live.Options{}), live.EditSettings{})
		var names, all []string
		for i := range 450 {
			names = append(names, fmt.Sprint("n", i))
			all = append(all, "ADDED "+names[i])
		}
		decide(t, store, false, names...)
		got, _ := toldEdits(t, s, len(all))
		want(t, "what is told", all, got)
	})
}

// A cursor of another store is a gap, and nonsense an error.
func TestEditsGap(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store, other := graphtest.NewMemory(), graphtest.NewMemory()
		decide(t, store, false, "a")
		decide(t, other, false, "x", "y", "z")
		cursor, err := other.LatestEditChange(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		hub := live.NewHub(store, live.Options{})
		got, _ := toldEdits(t, followEdits(t, hub, live.EditSettings{Since: cursor}), 2)
		want(t, "since a cursor of another log", []string{"GAP", "ADDED a"}, got)
		if _, err := hub.SubscribeToEdits(t.Context(), live.EditSettings{Since: "nonsense"}); !errors.Is(err, graph.ErrBadCursor) {
			t.Errorf("nonsense gives %v", err)
		}
	})
}
