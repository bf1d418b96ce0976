package graphtest

import (
	"fmt"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"dateline/graph"
)

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
	return tx.PutEntities([]string{"members"}, []graph.Entity{person})
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
		return tx.PutEvents([]string{"reports"}, []*graph.Event{e})
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
			if err := tx.PutEntities([]string{block}, []graph.Entity{person}); err != nil {
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
