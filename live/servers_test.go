package live_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/graph/sqlite"
	"dateline/live"
)

// TestServersOnOneFile: two servers on one SQLite file tell all that either commits.
func TestServersOnOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	tellsWhatAnyCommits(t, func() (graph.Store, error) { return sqlite.Open(t.Context(), path) })
}

// TestServersOnOneNeo4j: two servers on one Neo4j tell all that either commits.
func TestServersOnOneNeo4j(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Erase(t)
	tellsWhatAnyCommits(t, func() (graph.Store, error) {
		return neo4j.Open(t.Context(), server.URL, neo4j.Login(server.User, server.Password), neo4j.Patience(5*time.Minute))
	})
}

const (
	// ownEvents is how many events each server adds, and sharedWrites how often each
	// changes the one that both write.
	ownEvents    = 40
	sharedWrites = 20
	sharedEvent  = "evt_shared"
)

// server is one of several on a store, with somebody who follows it.
type server struct {
	name  string
	store graph.Store
	hub   *live.Hub
	told  []live.Notice
	edits []live.EditNotice
}

// tellsWhatAnyCommits lets two servers commit at the same time, and checks that
// subscribers of both, and those who poll, are told all of it once and in one order.
func tellsWhatAnyCommits(t *testing.T, open func() (graph.Store, error)) {
	var servers []*server
	for _, name := range []string{"a", "b"} {
		store, err := open()
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		servers = append(servers, &server{name: name, store: store, hub: live.NewHub(store, live.Options{Interval: time.Millisecond})})
	}
	since, err := servers[0].store.LatestChange(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	var following, committing sync.WaitGroup
	for _, s := range servers {
		contacts := subscribe(t, s.hub, live.Settings{})
		edits, err := s.hub.SubscribeToEdits(ctx, live.EditSettings{})
		if err != nil {
			t.Fatal(err)
		}
		defer edits.Close()
		following.Go(func() { s.follow(ctx, t, contacts) })
		following.Go(func() { s.followEdits(ctx, t, edits, len(servers)) })
	}
	for _, s := range servers {
		committing.Go(func() { s.commit(ctx, t) })
	}
	committing.Wait()
	following.Wait()
	if t.Failed() {
		return
	}
	page, err := servers[1].store.Changes(ctx, graph.ChangeQuery{Since: since})
	if err != nil {
		t.Fatal(err)
	}
	var log []string
	for _, change := range page.Changes {
		log = append(log, fmt.Sprint(change.Sequence, " ", change.Kind, " ", change.EventID))
	}
	for _, s := range servers {
		want(t, "what the subscriber of "+s.name+" is told", log, s.sequence(t))
		s.checkEdits(t, len(servers))
	}
}

// commit adds events of the server's own, and changes the shared one.
func (s *server) commit(ctx context.Context, t *testing.T) {
	store := s.hub.Watch(s.store)
	write := func(id, summary string) error {
		report := graph.Report{ID: graph.ReportIDOf(id), ArticleID: "art" + id[3:], Block: id, Type: graph.EventContact, Quote: "They spoke.", End: 11}
		return store.Update(ctx, func(tx graph.Tx) error {
			if err := tx.PutBatch(&graph.Batch{Article: graph.Article{ID: report.ArticleID, Text: report.Quote}, Reports: []graph.Report{report}}); err != nil {
				return err
			}
			return tx.PutEvents([]string{id}, []*graph.Event{{ID: id, Type: graph.EventContact, Means: graph.MeansCall, Summary: summary, ReportIDs: []string{report.ID}}})
		})
	}
	for i := range ownEvents {
		if err := write(fmt.Sprintf("evt_%s%d", s.name, i), "New."); err != nil {
			t.Error(err)
			return
		}
		if i%(ownEvents/sharedWrites) != 0 {
			continue
		}
		if err := write(sharedEvent, fmt.Sprint(s.name, i)); err != nil {
			t.Error(err)
			return
		}
	}
	edit := graph.NewEdit(graph.Edit{Kind: graph.EditRename, Author: s.name, Reason: "r", Name: "N", Time: time.Unix(1, 0),
		Subjects: []graph.Subject{{ID: "per_a", ArticleID: "art_a0"}}})
	if err := store.Update(ctx, func(tx graph.Tx) error { return tx.PutEdits([]*graph.Edit{edit}) }); err != nil {
		t.Error(err)
	}
}

// follow notes what a subscriber is told, until that is all there is.
func (s *server) follow(ctx context.Context, t *testing.T, contacts *live.Subscription) {
	for range 2 * (ownEvents + sharedWrites) {
		notice, err := contacts.Next(ctx)
		if err != nil {
			t.Errorf("%s after %d notices: %v", s.name, len(s.told), err)
			return
		}
		s.told = append(s.told, notice)
	}
	s.hears(ctx, t, func(ctx context.Context) (any, error) { return contacts.Next(ctx) })
}

func (s *server) followEdits(ctx context.Context, t *testing.T, edits *live.EditSubscription, most int) {
	for added := 0; added < most; {
		notice, err := edits.Next(ctx)
		if err != nil {
			t.Errorf("%s after %d edits: %v", s.name, len(s.edits), err)
			return
		}
		if s.edits = append(s.edits, notice); notice.Kind == live.Added {
			added++
		}
	}
}

// hears fails if there is anything more to hear.
func (s *server) hears(ctx context.Context, t *testing.T, next func(context.Context) (any, error)) {
	const quiet = 300 * time.Millisecond
	ctx, cancel := context.WithTimeout(ctx, quiet)
	defer cancel()
	if notice, err := next(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%s is told more: %+v, %v", s.name, notice, err)
	}
}

// sequence returns what the subscriber was told, and checks what came with it.
func (s *server) sequence(t *testing.T) (told []string) {
	last := ""
	for _, notice := range s.told {
		if notice.Change == nil || notice.Change.Event == nil {
			t.Errorf("%s is told %s without an event", s.name, describe(notice))
			continue
		}
		told = append(told, fmt.Sprint(notice.Change.Sequence, " ", notice.Kind, " ", notice.Change.EventID))
		if notice.Change.EventID == sharedEvent {
			last = notice.Change.Event.Summary
		}
	}
	if event, err := s.store.Nodes(t.Context(), []string{sharedEvent}); err != nil || event[0].(*graph.Event).Summary != last {
		t.Errorf("%s was last told that the shared event is %q; %v", s.name, last, err)
	}
	return told
}

// checkEdits checks that the edits of all servers were told once.
func (s *server) checkEdits(t *testing.T, servers int) {
	var authors []string
	for _, notice := range s.edits {
		if notice.Kind == live.Added {
			authors = append(authors, notice.Change.Edit.Author)
		}
	}
	slices.Sort(authors)
	if len(authors) != servers || strings.Join(authors, "") != "ab" {
		t.Errorf("%s is told edits of %v", s.name, authors)
	}
}
