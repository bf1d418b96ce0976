package graphtest

import (
	"errors"
	"slices"
	"sync"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

var logPromises = []promise{
	{"EachTransactionAppendsWhatItChanged", logsWhatChanged},
	{"PagesHaveEveryEntryOnce", logPages},
	{"WhatChangesNothingIsNotLogged", logsNothing},
	{"CursorsOfOtherLogsAreGaps", logGaps},
	{"WritersAtOnceLeaveNoGap", logWritersAtOnce},
}

// logged is an entry of a log without what differs between stores.
type logged struct {
	Kind    graph.ChangeKind
	EventID string
	Before  *graph.Event
	Lost    []string
}

func plainLog(changes []graph.Change) []logged {
	var entries []logged
	for _, c := range changes {
		entries = append(entries, logged{c.Kind, c.EventID, c.Before, c.LostReports})
	}
	return entries
}

func changesSince(t *testing.T, store graph.Reader, since string) *graph.ChangePage {
	t.Helper()
	page, err := store.Changes(t.Context(), graph.ChangeQuery{Since: since})
	if err != nil {
		t.Fatalf("Changes: %v", err)
	}
	return page
}

func latestChange(t *testing.T, store graph.Reader) string {
	t.Helper()
	cursor, err := store.LatestChange(t.Context())
	if err != nil {
		t.Fatalf("LatestChange: %v", err)
	}
	return cursor
}

// logsWhatChanged adds the graph, changes an event, and takes one away.
func logsWhatChanged(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	var added []logged
	for _, e := range canal.Events {
		added = append(added, logged{Kind: graph.ChangeAdded, EventID: e.ID})
	}
	slices.SortFunc(added, func(a, b logged) int { return compareText(a.EventID, b.EventID) })
	first := changesSince(t, store, "")
	diff(t, "log after filling", added, plainLog(first.Changes))
	diff(t, "gap, more", [2]bool{}, [2]bool{first.Gap, first.HasNext})
	if first.Changes[0].At.IsZero() {
		t.Error("an entry has no time")
	}

	next := copyOf(canal.Graph)
	old := storekit.CloneEvent(next.Events[0])
	next.Events[0].Summary = "Something else."
	gone := storekit.CloneEvent(next.Events[len(next.Events)-1])
	next.Events = next.Events[:len(next.Events)-1]
	if err := Fill(t.Context(), store, slices.Values(Changes(canal.Graph, next)), 1000); err != nil {
		t.Fatal(err)
	}
	want := []logged{{Kind: graph.ChangeChanged, EventID: old.ID, Before: asLogged(old)}, {Kind: graph.ChangeRemoved, EventID: gone.ID, Before: asLogged(gone)}}
	slices.SortFunc(want, func(a, b logged) int { return compareText(a.EventID, b.EventID) })
	diff(t, "log of the change", want, plainLog(changesSince(t, store, first.End).Changes))
}

// asLogged returns what a log has of an event.
func asLogged(e *graph.Event) *graph.Event {
	return &graph.Event{ID: e.ID, Type: e.Type, Means: e.Means, Status: e.Status, Summary: e.Summary, Time: e.Time, Participants: e.Participants}
}

func compareText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func logPages(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	all := changesSince(t, store, "")
	latest := latestChange(t, store)
	diff(t, "the end of the log", latest, all.End)
	var paged []graph.Change
	since := ""
	for {
		page, err := store.Changes(t.Context(), graph.ChangeQuery{Since: since, First: 3})
		if err != nil {
			t.Fatal(err)
		}
		paged, since = append(paged, page.Changes...), page.End
		diff(t, "number of entries from here on", len(all.Changes)-len(paged)+len(page.Changes), page.Total)
		diff(t, "whether the log goes on", len(paged) < len(all.Changes), page.HasNext)
		if !page.HasNext {
			break
		}
	}
	diff(t, "all pages", all.Changes, paged)
	for i, c := range all.Changes[:4] {
		diff(t, "entries after a cursor", all.Changes[i+1:], changesSince(t, store, c.Cursor).Changes)
	}
	end := changesSince(t, store, latest)
	diff(t, "page at the end", &graph.ChangePage{End: latest, Last: int64(len(all.Changes))}, end)

	_, err := store.Changes(t.Context(), graph.ChangeQuery{First: -1})
	wantError(t, "first -1", err, graph.ErrInvalid)
	events, err := store.Events(t.Context(), graph.EventQuery{PageRequest: graph.PageRequest{First: 1}})
	if err != nil {
		t.Fatal(err)
	}
	for _, cursor := range []string{"x", events.Cursors[0], graph.Cursor{Order: "changes", Keys: []string{"log", "-1"}}.Encode()} {
		_, err := store.Changes(t.Context(), graph.ChangeQuery{Since: cursor})
		wantError(t, "changes since "+cursor, err, graph.ErrBadCursor)
	}
}

func logsNothing(t *testing.T, open Open) {
	canal := Canal()
	store := openEmpty(t, open)
	diff(t, "empty log", &graph.ChangePage{End: latestChange(t, store)}, changesSince(t, store, ""))
	mind := errors.New("change of mind")
	if err := store.Update(t.Context(), apply(canal.Graph, func() error { return mind })); !errors.Is(err, mind) {
		t.Fatal(err)
	}
	diff(t, "log after a failed Update", 0, len(changesSince(t, store, "").Changes))
	fill(t, store, canal.Graph)
	before := latestChange(t, store)
	fill(t, store, canal.Graph)
	update(t, store, func(tx graph.Tx) error { // a detour that ends where it began
		block := canal.Events[0].Block
		if err := tx.PutEvents([]string{block}, nil); err != nil {
			return err
		}
		if _, err := tx.ReportsIn([]string{block}); err != nil {
			return err
		}
		for _, put := range canal.Clusters() {
			if put.Block == block && put.Entities == nil {
				return put.Apply(tx)
			}
		}
		return nil
	})
	diff(t, "log after the same again", before, latestChange(t, store))
}

func logGaps(t *testing.T, open Open) {
	store := openWith(t, open, Canal().Graph)
	whole := changesSince(t, store, "")
	latest, err := graph.DecodeCursor(whole.End, "changes", 2)
	if err != nil {
		t.Fatal(err)
	}
	for what, keys := range map[string][]string{
		"another log":                    {"another", latest.Keys[1]},
		"a log that had gone on further": {latest.Keys[0], latest.Keys[1] + "0"},
	} {
		page := changesSince(t, store, graph.Cursor{Order: "changes", Keys: keys}.Encode())
		if !page.Gap {
			t.Errorf("a cursor of %s is no gap", what)
		}
		diff(t, "entries after the gap of "+what, whole.Changes, page.Changes)
		if changesSince(t, store, page.End).Gap {
			t.Errorf("the gap of %s is told twice", what)
		}
	}
}

// logWritersAtOnce has writers of different blocks, and a reader that follows the log.
func logWritersAtOnce(t *testing.T, open Open) {
	const writers, rounds = 4, 8
	store := openEmpty(t, open)
	whole := Collect(Sample(7, Small))
	for put := range whole.Puts() {
		if put.Events == nil {
			update(t, store, put.Apply)
		}
	}
	blocks := map[string][]*graph.Event{}
	var names []string
	for _, e := range whole.Events {
		if blocks[e.Block] == nil {
			names = append(names, e.Block)
		}
		blocks[e.Block] = append(blocks[e.Block], e)
	}
	var wait sync.WaitGroup
	for w := range writers {
		wait.Go(func() {
			for round := range rounds {
				for i := w; i < len(names); i += writers {
					events := blocks[names[i]]
					if round%2 == 1 {
						events = nil
					}
					if err := store.Update(t.Context(), func(tx graph.Tx) error { return tx.PutEvents([]string{names[i]}, events) }); err != nil {
						t.Errorf("Update: %v", err)
					}
				}
			}
		})
	}
	done := make(chan bool)
	go func() { wait.Wait(); close(done) }()
	followed, since := []graph.Change(nil), ""
	for ended := false; ; {
		page := changesSince(t, store, since)
		followed, since = append(followed, page.Changes...), page.End
		if page.Gap {
			t.Fatal("a gap among writers")
		}
		if ended {
			break
		}
		select {
		case <-done:
			ended = true
		default:
		}
	}
	diff(t, "what was followed", changesSince(t, store, "").Changes, followed)
	diff(t, "number of changes", rounds*len(whole.Events), len(followed))
}
