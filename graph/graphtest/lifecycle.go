package graphtest

import (
	"context"
	"sync"
	"testing"
	"time"

	"dateline/graph"
)

// calls returns all calls of a store, by name.
func calls(store graph.Store, ids []string) map[string]func(ctx context.Context) error {
	ref := graph.EntityRef{ID: ids[0]}
	return map[string]func(ctx context.Context) error{
		"Events":     func(ctx context.Context) error { _, err := store.Events(ctx, graph.EventQuery{}); return err },
		"ContactsOf": func(ctx context.Context) error { _, err := store.ContactsOf(ctx, ids, graph.EventQuery{}); return err },
		"Timeline": func(ctx context.Context) error {
			_, err := store.Timeline(ctx, graph.EventFilter{}, graph.UnitDay)
			return err
		},
		"Reports": func(ctx context.Context) error {
			_, err := store.Reports(ctx, graph.ReportQuery{EventIDs: ids})
			return err
		},
		"Entity":     func(ctx context.Context) error { _, err := store.Entity(ctx, ref); return err },
		"Entities":   func(ctx context.Context) error { _, err := store.Entities(ctx, graph.EntityQuery{}); return err },
		"MentionsOf": func(ctx context.Context) error { _, err := store.MentionsOf(ctx, ids, graph.PageRequest{}); return err },
		"MentionsIn": func(ctx context.Context) error { _, err := store.MentionsIn(ctx, ids, graph.PageRequest{}); return err },
		"EntitiesIn": func(ctx context.Context) error { _, err := store.EntitiesIn(ctx, ids); return err },
		"Articles":   func(ctx context.Context) error { _, err := store.Articles(ctx, graph.ArticleQuery{}); return err },
		"Search":     func(ctx context.Context) error { _, err := store.Search(ctx, "canal", graph.PageRequest{}); return err },
		"Network": func(ctx context.Context) error {
			_, err := store.Network(ctx, graph.NetworkQuery{Center: ref})
			return err
		},
		"Path": func(ctx context.Context) error {
			_, err := store.Path(ctx, graph.PathQuery{From: ref, To: ref})
			return err
		},
		"Changes":      func(ctx context.Context) error { _, err := store.Changes(ctx, graph.ChangeQuery{}); return err },
		"LatestChange": func(ctx context.Context) error { _, err := store.LatestChange(ctx); return err },
		"Nodes":        func(ctx context.Context) error { _, err := store.Nodes(ctx, ids); return err },
		"Walk": func(ctx context.Context) error {
			return store.Walk(ctx, graph.Visitor{Batch: func(*graph.Batch) error { return nil }})
		},
		"Ready":   store.Ready,
		"Version": func(ctx context.Context) error { _, err := store.Version(ctx); return err },
		"Update":  func(ctx context.Context) error { return store.Update(ctx, func(graph.Tx) error { return nil }) },
	}
}

func readsEnd(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	late, cancel := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer cancel()
	for name, call := range calls(store, canal.IDs("varga", "call")) {
		if err := call(t.Context()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		wantError(t, name+" with a cancelled context", call(cancelled), graph.ErrTimeout)
		wantError(t, name+" after its deadline", call(late), graph.ErrTimeout)
	}
	ctx, cancel := context.WithCancel(t.Context())
	seen := 0
	err := store.Walk(ctx, graph.Visitor{Batch: func(*graph.Batch) error { seen++; cancel(); return nil }})
	wantError(t, "Walk that is cancelled at its first batch", err, graph.ErrTimeout)
	if seen == len(canal.Batches) {
		t.Error("Walk went on to the last batch after its context ended")
	}
}

func closedStore(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	for name, call := range calls(store, canal.IDs("varga", "call")) {
		wantError(t, name+" after Close", call(t.Context()), graph.ErrUnavailable)
	}
}

// closeEndsCalls closes the store while calls are running.
func closeEndsCalls(t *testing.T, open Open) {
	canal := Canal()
	for what, call := range map[string]func(store graph.Store, pause func()) error{
		"Update": func(store graph.Store, pause func()) error {
			return store.Update(t.Context(), apply(canal.Graph, func() error { pause(); return nil }))
		},
		"Walk": func(store graph.Store, pause func()) error {
			seen := 0
			return store.Walk(t.Context(), graph.Visitor{Batch: func(*graph.Batch) error {
				if seen++; seen == 1 {
					pause()
				}
				return nil
			}})
		},
	} {
		store := openWith(t, open, canal.Graph)
		running, ended := make(chan bool), make(chan error, 1)
		go func() {
			ended <- call(store, func() {
				close(running)
				for store.Ready(t.Context()) == nil { // until Close is under way; it may wait for this call
					time.Sleep(time.Millisecond)
				}
			})
		}()
		select {
		case <-running:
		case err := <-ended:
			t.Fatalf("%s ended before the store was closed: %v", what, err)
		}
		if err := store.Close(); err != nil {
			t.Errorf("Close while %s runs: %v", what, err)
		}
		wantError(t, what+" that ran when the store was closed", <-ended, graph.ErrUnavailable)
	}
}

func closeTwice(t *testing.T, open Open) {
	store := openEmpty(t, open)
	for range 3 {
		if err := store.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	}
}

// manyAtOnce reads and writes from many goroutines, for the race detector.
func manyAtOnce(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	var wait sync.WaitGroup
	for range 4 {
		for name, call := range calls(store, canal.IDs("varga", "call")) {
			wait.Go(func() {
				if err := call(t.Context()); err != nil {
					t.Errorf("%s among others: %v", name, err)
				}
			})
		}
		wait.Go(func() {
			if err := Fill(t.Context(), store, canal.Puts(), 5); err != nil {
				t.Errorf("filling among others: %v", err)
			}
		})
	}
	wait.Wait()
	diff(t, "dump after all", dump(t, openWith(t, openMemory, canal.Graph)), dump(t, store))
}
