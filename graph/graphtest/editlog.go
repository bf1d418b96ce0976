package graphtest

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"dateline/graph"
)

var editLogPromises = []promise{
	{"EachEditIsLoggedOnce", logsEdits},
	{"PagesHaveEveryEditOnce", editLogPages},
	{"EditorsAtOnceLeaveNoGap", editorsAtOnce},
}

func editChangesSince(t *testing.T, store graph.Reader, q graph.ChangeQuery) *graph.EditChangePage {
	t.Helper()
	page, err := store.EditChanges(t.Context(), q)
	if err != nil {
		t.Fatalf("EditChanges: %v", err)
	}
	return page
}

// loggedEdits are the kinds and IDs of entries.
func loggedEdits(changes []graph.EditChange) []string {
	var list []string
	for _, c := range changes {
		list = append(list, fmt.Sprint(c.Kind, " ", c.Edit.ID, " ", c.Edit.Withdrawn, " ", c.Edit.Overruled))
	}
	return list
}

func logsEdits(t *testing.T, open Open) {
	canal := Canal()
	store, edits := openWith(t, open, canal.Graph), canalEdits(canal)
	start, err := store.LatestEditChange(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "the log before there are edits", []string(nil), loggedEdits(editChangesSince(t, store, graph.ChangeQuery{}).Changes))
	backwards := slices.Clone(edits[:3])
	slices.Reverse(backwards)
	putEdits(t, store, backwards)
	added := func(e *graph.Edit) string {
		return fmt.Sprint(graph.ChangeAdded, " ", e.ID, " ", e.Withdrawn, " ", e.Overruled)
	}
	page := editChangesSince(t, store, graph.ChangeQuery{Since: start})
	diff(t, "the log after three edits", []string{added(edits[0]), added(edits[1]), added(edits[2])}, loggedEdits(page.Changes))
	diff(t, "gap, more", [2]bool{}, [2]bool{page.Gap, page.HasNext})
	if c := page.Changes[0]; c.At.IsZero() || c.Edit.Reason != edits[0].Reason || c.Edit.Subjects[0].Missing {
		t.Errorf("the entry is %+v of %+v", c, c.Edit)
	}
	// What is not changed is not logged, nor is what fails.
	putEdits(t, store, edits[:3])
	err = store.Update(t.Context(), func(tx graph.Tx) error { return errors.Join(tx.PutEdits(edits[3:4]), errors.New("no")) })
	if err == nil {
		t.Error("an update that fails succeeds")
	}
	edits[0].Overruled, edits[1].Withdrawn = true, true
	update(t, store, func(tx graph.Tx) error {
		return errors.Join(tx.PutEdits(edits[:2]), tx.PutEdits(edits[3:4]), tx.PutEdits(edits[:1]))
	})
	next := editChangesSince(t, store, graph.ChangeQuery{Since: page.End})
	changed := func(e *graph.Edit) string {
		return fmt.Sprint(graph.ChangeChanged, " ", e.ID, " ", e.Withdrawn, " ", e.Overruled)
	}
	diff(t, "the log after a change", []string{changed(edits[0]), changed(edits[1]), added(edits[3])}, loggedEdits(next.Changes))
	latest, err := store.LatestEditChange(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "the end of the log", latest, next.End)
	_, err = store.EditChanges(t.Context(), graph.ChangeQuery{Since: latestChange(t, store)})
	wantError(t, "EditChanges since a cursor of the log of changes", err, graph.ErrBadCursor)
	_, err = store.EditChanges(t.Context(), graph.ChangeQuery{First: -1})
	wantError(t, "the first -1 edit changes", err, graph.ErrInvalid)
	other := openEmpty(t, func(*testing.T) graph.Store { return NewMemory() })
	putEdits(t, other, canalEdits(canal))
	foreign, err := other.LatestEditChange(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if gap := editChangesSince(t, store, graph.ChangeQuery{Since: foreign}); !gap.Gap || len(gap.Changes) == 0 {
		t.Errorf("a cursor of another log gives %+v", gap)
	}
}

func editLogPages(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	edits := canalEdits(canal)
	putEdits(t, store, edits[:7])
	putEdits(t, store, edits[7:])
	all := editChangesSince(t, store, graph.ChangeQuery{})
	diff(t, "entries", len(edits), len(all.Changes))
	var paged []string
	for since := ""; ; {
		page := editChangesSince(t, store, graph.ChangeQuery{Since: since, First: 3})
		paged, since = append(paged, loggedEdits(page.Changes)...), page.End
		if !page.HasNext {
			break
		}
	}
	diff(t, "all pages", loggedEdits(all.Changes), paged)
	for i, c := range all.Changes {
		diff(t, "sequence", int64(i+1), c.Sequence)
		diff(t, "entries after a cursor", loggedEdits(all.Changes[i+1:]), loggedEdits(editChangesSince(t, store, graph.ChangeQuery{Since: c.Cursor}).Changes))
	}
}

// editorsAtOnce: whoever reads while others write sees every edit once.
func editorsAtOnce(t *testing.T, open Open) {
	store := openEmpty(t, open)
	const editors, each = 4, 5
	failed := make(chan error, editors)
	for i := range editors {
		go func() {
			var err error
			for j := range each {
				e := graph.NewEdit(graph.Edit{Kind: graph.EditRename, Author: fmt.Sprint(i), Reason: "r", Name: "N", Time: time.Unix(int64(j), 0),
					Subjects: []graph.Subject{{ID: "per_a", ArticleID: "art_a"}}})
				err = errors.Join(err, store.Update(t.Context(), func(tx graph.Tx) error { return tx.PutEdits([]*graph.Edit{e}) }))
			}
			failed <- err
		}()
	}
	seen := map[string]bool{}
	since := ""
	read := func() {
		page := editChangesSince(t, store, graph.ChangeQuery{Since: since, First: 3})
		for _, c := range page.Changes {
			if seen[c.Edit.ID] {
				t.Errorf("the edit %s comes twice", c.Edit.ID)
			}
			seen[c.Edit.ID] = true
		}
		since = page.End
	}
	for range editors {
		read()
		if err := <-failed; err != nil {
			t.Error(err)
		}
	}
	for range editors * each {
		read()
	}
	diff(t, "edits seen", editors*each, len(seen))
}
