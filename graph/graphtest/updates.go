package graphtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"dateline/graph"
)

var updatePromises = []promise{
	{"ErrorUndoesAll", errorUndoesAll},
	{"PanicUndoesAllAndGoesOn", panicUndoesAll},
	{"EndedContextStopsBeforeChange", endedContextStops},
	{"ContextEndingWithinUndoesAll", contextEndingWithin},
	{"DeadlineWithinIsErrTimeout", deadlineWithin},
	{"WaitingUpdateEndsWithItsContext", waitingUpdateEnds},
	{"ReadersSeeWhatIsCommitted", readersSeeCommitted},
	{"VersionIsAnotherAfterEachCommit", versionChanges},
	{"UpdatesOfOneBlockOfMembersAreSerial", memberUpdatesAreSerial},
	{"UpdatesOfOneBlockOfReportsAreSerial", reportUpdatesAreSerial},
	{"UpdatesThatCrossEachOtherAllSucceed", crossingUpdates},
	{"EveryReadEndsWithItsContext", readsEnd},
	{"EveryCallAfterCloseIsUnavailable", closedStore},
	{"CloseEndsCallsThatRun", closeEndsCalls},
	{"CloseTwice", closeTwice},
	{"ManyReadersAndWriters", manyAtOnce},
	{"WhoGetsAnotherIDIsAlwaysFound", whoGetsAnotherID},
}

// versionChanges commits one step after the other. A store that knows no versions never
// has any.
func versionChanges(t *testing.T, open Open) {
	store := openWith(t, open, &Graph{})
	version := func() string {
		t.Helper()
		now, err := store.Version(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return now
	}
	known := version() != ""
	seen := map[string]bool{}
	for put := range Canal().Puts() {
		before := version()
		seen[before] = true
		wantError(t, "an Update that fails", store.Update(t.Context(), func(graph.Tx) error { return errChange }), errChange)
		update(t, store, put.Apply)
		switch now := version(); {
		case known && (now == "" || seen[now]):
			t.Fatalf("after a commit the version is %q, which it was before", now)
		case !known && now != "":
			t.Fatalf("the version is %q, and was unknown at first", now)
		}
	}
}

var errChange = errors.New("change of mind")

func openMemory(*testing.T) graph.Store { return NewMemory() }

// dump returns the whole graph as text.
func dump(t *testing.T, store graph.Reader) string {
	t.Helper()
	var out bytes.Buffer
	if err := graph.Dump(t.Context(), store, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// apply returns a change that applies a graph's steps and then does something else.
func apply(g *Graph, then func() error) func(tx graph.Tx) error {
	return func(tx graph.Tx) error {
		for put := range g.Puts() {
			if err := put.Apply(tx); err != nil {
				return err
			}
		}
		return then()
	}
}

// undone tries a change that must fail, on an empty store and on one with part of the
// graph, and then the same change without the failure.
func undone(t *testing.T, open Open, try func(t *testing.T, store graph.Store, g *Graph)) {
	canal := Canal()
	for _, part := range []*Graph{{}, canal.Of(canal.IDs("tolls", "undated")...)} {
		store := openWith(t, open, part)
		before := dump(t, store)
		try(t, store, canal.Graph)
		diff(t, "dump after a failed Update", before, dump(t, store))
		update(t, store, apply(canal.Graph, func() error { return nil }))
		diff(t, "dump after the Update that followed", dump(t, openWith(t, openMemory, canal.Graph)), dump(t, store))
	}
}

func errorUndoesAll(t *testing.T, open Open) {
	undone(t, open, func(t *testing.T, store graph.Store, g *Graph) {
		err := store.Update(t.Context(), apply(g, func() error { return fmt.Errorf("at the end: %w", errChange) }))
		if !errors.Is(err, errChange) {
			t.Errorf("Update gave %v, want the error of its change", err)
		}
	})
}

func panicUndoesAll(t *testing.T, open Open) {
	undone(t, open, func(t *testing.T, store graph.Store, g *Graph) {
		defer func() {
			if recovered := recover(); recovered != errChange {
				t.Errorf("Update panicked with %v, want %v", recovered, errChange)
			}
		}()
		err := store.Update(t.Context(), apply(g, func() error { panic(errChange) }))
		t.Errorf("Update of a change that panics returned %v", err)
	})
}

func endedContextStops(t *testing.T, open Open) {
	undone(t, open, func(t *testing.T, store graph.Store, g *Graph) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		err := store.Update(ctx, apply(g, func() error { t.Error("change ran to its end"); return nil }))
		wantError(t, "Update", err, graph.ErrTimeout)
	})
}

func contextEndingWithin(t *testing.T, open Open) {
	for _, returned := range []error{nil, errChange} {
		undone(t, open, func(t *testing.T, store graph.Store, g *Graph) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			err := store.Update(ctx, apply(g, func() error { cancel(); return returned }))
			wantError(t, fmt.Sprintf("Update of a change that cancels and returns %v", returned), err, graph.ErrTimeout)
		})
	}
}

func deadlineWithin(t *testing.T, open Open) {
	undone(t, open, func(t *testing.T, store graph.Store, g *Graph) {
		ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
		defer cancel()
		err := store.Update(ctx, func(tx graph.Tx) error {
			for put := range g.Puts() {
				if err := put.Apply(tx); err != nil {
					return err
				}
			}
			<-ctx.Done()
			_, err := tx.MembersIn([]string{"states"})
			wantError(t, "MembersIn after the deadline", err, graph.ErrTimeout)
			return err
		})
		wantError(t, "Update", err, graph.ErrTimeout)
	})
}

// waitingUpdateEnds has two Updates of one block. The second must wait for the first, and
// gives up when its context ends.
func waitingUpdateEnds(t *testing.T, open Open) {
	store := openEmpty(t, open)
	update(t, store, func(tx graph.Tx) error {
		if _, err := tx.MembersIn([]string{"one block"}); err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		waited := make(chan error)
		go func() {
			waited <- store.Update(ctx, func(tx graph.Tx) error {
				_, err := tx.MembersIn([]string{"one block"})
				if err == nil {
					<-ctx.Done()
				}
				return err
			})
		}()
		wantError(t, "the Update that waited", <-waited, graph.ErrTimeout)
		return nil
	})
}

func readersSeeCommitted(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Of(canal.IDs("tolls", "undated")...))
	before := dump(t, store)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute) // so that a deadlock ends
	defer cancel()
	err := store.Update(ctx, apply(canal.Graph, func() error {
		var during bytes.Buffer
		if err := graph.Dump(ctx, store, &during); err != nil {
			return fmt.Errorf("reading while an Update runs: %w", err)
		}
		diff(t, "dump before the commit", before, during.String())
		page, err := store.Events(ctx, graph.EventQuery{PageRequest: graph.PageRequest{Total: true}})
		if err != nil {
			return fmt.Errorf("reading while an Update runs: %w", err)
		}
		diff(t, "number of events before the commit", 3, page.Total)
		return nil
	}))
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "dump after the commit", dump(t, openWith(t, openMemory, canal.Graph)), dump(t, store))
}

// whoGetsAnotherID changes the ID of an entity again and again, as merging does when a
// new member has a smaller one. Asked for by name, it is found at every moment.
func whoGetsAnotherID(t *testing.T, open Open) {
	one, other := Canal(), Canal()
	renameMember(other.Graph, one.ID("varga"))
	name := graph.EntityRef{Name: graph.ProfileOf(one.node("varga").(graph.Entity)).Name}
	store := openWith(t, open, one.Graph)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var wait sync.WaitGroup
	for what, ask := range map[string]func() error{
		"Entity":  func() error { _, err := store.Entity(ctx, name); return err },
		"Network": func() error { _, err := store.Network(ctx, graph.NetworkQuery{Center: name, Hops: 1}); return err },
	} {
		wait.Go(func() {
			for ctx.Err() == nil {
				if err := ask(); err != nil && ctx.Err() == nil {
					t.Errorf("%s while the ID changes: %v", what, err)
					return
				}
			}
		})
	}
	now, next := one.Graph, other.Graph
	for range 20 {
		if err := Fill(t.Context(), store, slices.Values(Changes(now, next)), 1000); err != nil {
			t.Error(err)
		}
		now, next = next, now
	}
	stop()
	wait.Wait()
}
