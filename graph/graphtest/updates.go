package graphtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
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

// The tests below do what merging does: read a block, add a member or report, and put
// the cluster of all. A lost update loses a member or report.

const writers, rounds = 4, 6

// together runs a change for each round of each writer, with all writers at once.
func together(t *testing.T, store graph.Store, change func(tx graph.Tx, writer, round int) error) {
	t.Helper()
	var wait sync.WaitGroup
	for writer := range writers {
		wait.Go(func() {
			for round := range rounds {
				if err := store.Update(t.Context(), func(tx graph.Tx) error { return change(tx, writer, round) }); err != nil {
					t.Errorf("Update: %v", err)
				}
			}
		})
	}
	wait.Wait()
}

// counter returns an article with one member and one report.
func counter(writer, round int) *graph.Batch {
	b := textBatch(fmt.Sprintf("counter %d %d", writer, round), "one more")
	b.Members[0].Block, b.Reports[0].Block = "members", "reports"
	return b
}

func memberUpdatesAreSerial(t *testing.T, open Open) {
	for what, readFirst := range map[string]bool{"read, then written": true, "written, then read": false} {
		t.Run(what, func(t *testing.T) {
			store := openEmpty(t, open)
			together(t, store, func(tx graph.Tx, writer, round int) error {
				b := counter(writer, round)
				if readFirst {
					if _, err := tx.MembersIn([]string{"members"}); err != nil {
						return err
					}
				}
				if err := tx.PutBatch(b); err != nil {
					return err
				}
				return putAllMembers(tx)
			})
			wantCounted(t, store, writers*rounds, 0)
		})
	}
}

// putAllMembers puts all members of a block into one entity, whose name is their number.
func putAllMembers(tx graph.Tx) error {
	members, err := tx.MembersIn([]string{"members"})
	if err != nil {
		return err
	}
	time.Sleep(time.Millisecond) // so that others can interfere, if nothing stops them
	person := &graph.Person{Profile: graph.Profile{ID: members[0].ID, Name: strconv.Itoa(len(members))}}
	for _, m := range members {
		person.Members = append(person.Members, m.ID)
	}
	return tx.PutEntities("members", []graph.Entity{person})
}

func reportUpdatesAreSerial(t *testing.T, open Open) {
	store := openEmpty(t, open)
	together(t, store, func(tx graph.Tx, writer, round int) error {
		b := counter(writer, round)
		b.Reports[0].Block = ""
		if err := tx.PutBatch(b); err != nil {
			return err
		}
		if err := putAllMembers(tx); err != nil {
			return err
		}
		if err := tx.PutReportBlocks(map[string]string{b.Reports[0].ID: "reports"}); err != nil {
			return err
		}
		reports, err := tx.ReportsIn([]string{"reports"})
		if err != nil {
			return err
		}
		time.Sleep(time.Millisecond)
		e := &graph.Event{ID: graph.EventIDOf(reports[0].ID), Type: graph.EventStatement, Status: graph.StatusAsserted, Block: "reports", ArticleCount: len(reports)}
		for _, r := range reports {
			e.ReportIDs = append(e.ReportIDs, r.ID)
		}
		return tx.PutEvents("reports", []*graph.Event{e})
	})
	wantCounted(t, store, writers*rounds, writers*rounds)
}

// wantCounted checks that there is one entity with so many members, and one event with so
// many reports.
func wantCounted(t *testing.T, store graph.Store, members, reports int) {
	t.Helper()
	var entities, events []int
	err := store.Walk(t.Context(), graph.Visitor{
		Entity: func(e graph.Entity) error {
			diff(t, "count that the last writer had", strconv.Itoa(len(graph.ProfileOf(e).Members)), graph.ProfileOf(e).Name)
			entities = append(entities, len(graph.ProfileOf(e).Members))
			return nil
		},
		Event: func(e *graph.Event) error {
			diff(t, "count that the last writer had", len(e.ReportIDs), e.ArticleCount)
			events = append(events, len(e.ReportIDs))
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "members of each entity", []int{members}, entities)
	if reports > 0 {
		diff(t, "reports of each event", []int{reports}, events)
	}
}

// crossingUpdates touch the same blocks in different orders. If the database aborts one to
// end a deadlock, the store runs it again.
func crossingUpdates(t *testing.T, open Open) {
	store := openEmpty(t, open)
	together(t, store, func(tx graph.Tx, writer, round int) error {
		blocks := []string{"left", "right"}
		if writer%2 == 1 {
			slices.Reverse(blocks)
		}
		for _, block := range blocks {
			members, err := tx.MembersIn([]string{block})
			if err != nil {
				return err
			}
			time.Sleep(time.Millisecond)
			b := counter(writer, round)
			b.Article.ID = graph.NewID(graph.PrefixArticle, block, strconv.Itoa(writer), strconv.Itoa(round))
			b.Members[0].ID, b.Members[0].Block = graph.MemberID(b.Article.ID, graph.KindPerson, ""), block
			b.Reports = nil
			if err := tx.PutBatch(b); err != nil {
				return err
			}
			person := &graph.Person{Profile: graph.Profile{Name: strconv.Itoa(len(members) + 1), Members: []string{b.Members[0].ID}}}
			for _, m := range members {
				person.Members = append(person.Members, m.ID)
			}
			person.ID = slices.Min(person.Members)
			if err := tx.PutEntities(block, []graph.Entity{person}); err != nil {
				return err
			}
		}
		return nil
	})
	err := store.Walk(t.Context(), graph.Visitor{Entity: func(e graph.Entity) error {
		diff(t, "members of a block", writers*rounds, len(graph.ProfileOf(e).Members))
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
}

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
		"Nodes": func(ctx context.Context) error { _, err := store.Nodes(ctx, ids); return err },
		"Walk": func(ctx context.Context) error {
			return store.Walk(ctx, graph.Visitor{Batch: func(*graph.Batch) error { return nil }})
		},
		"Ready":  store.Ready,
		"Update": func(ctx context.Context) error { return store.Update(ctx, func(graph.Tx) error { return nil }) },
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
		<-running
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
