package neo4j

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j/internal/read"
	"dateline/graph/neo4j/internal/schema"
	"dateline/graph/neo4j/internal/unit"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/graph/storekit"
)

// TestBriefs changes whatever a brief tells of, and compares the briefs that are
// stored with those that would be written now.
func TestBriefs(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Erase(t)
	s := openBriefs(t, server)
	g := graphtest.Collect(graphtest.Sample(7, graphtest.Small))
	if err := graphtest.Fill(t.Context(), s, g.Puts(), 10); err != nil {
		t.Fatal(err)
	}
	all := len(g.Events)
	if got := checkBriefs(t, server); got != all {
		t.Errorf("%d of %d new events have a brief", got, all)
	}

	update := func(t *testing.T, change func(tx graph.Tx) error) {
		t.Helper()
		if err := s.Update(t.Context(), change); err != nil {
			t.Fatal(err)
		}
	}
	clusters := g.Clusters()
	entities := clusters[slices.IndexFunc(clusters, func(p graphtest.Put) bool { return len(p.Entities) > 0 })]
	events := clusters[slices.IndexFunc(clusters, func(p graphtest.Put) bool { return len(p.Events) > 0 })]
	putEntities := func(list []graph.Entity) func(tx graph.Tx) error {
		return func(tx graph.Tx) error { return tx.PutEntities([]string{entities.Block}, list) }
	}

	t.Run("an entity has another name", func(t *testing.T) {
		for _, e := range entities.Entities {
			graph.ProfileOf(e).Name += " the Younger"
		}
		update(t, putEntities(entities.Entities))
		if got := checkBriefs(t, server); got != all {
			t.Errorf("%d of %d events have a brief", got, all)
		}
	})
	t.Run("an article has another version", func(t *testing.T) {
		batch := *g.Batches[slices.IndexFunc(g.Batches, func(b *graph.Batch) bool { return len(b.Reports) > 0 })]
		batch.Article.Title, batch.Article.Publisher = "Anew", "The Other Gazette"
		batch.Reports = slices.Clone(batch.Reports)
		batch.Reports[0].Quote, batch.Reports[0].Status = "other words", graph.StatusPlanned
		update(t, func(tx graph.Tx) error { return tx.PutBatch(&batch) })
		if got := checkBriefs(t, server); got != all {
			t.Errorf("%d of %d events have a brief", got, all)
		}
	})
	t.Run("a text has a mark of briefs", func(t *testing.T) {
		for _, mark := range []string{read.PartMark, read.TextMark} {
			marked := storekit.CloneEvent(events.Events[0])
			marked.Summary = "a" + mark + "b"
			update(t, func(tx graph.Tx) error {
				return tx.PutEvents([]string{events.Block}, append([]*graph.Event{marked}, events.Events[1:]...))
			})
			if got := checkBriefs(t, server); got != all-1 {
				t.Errorf("%d of %d events have a brief, want one less", got, all)
			}
			if got := briefEventOf(t, s, marked.ID).Summary; got != marked.Summary {
				t.Errorf("the page has the summary %q, want %q", got, marked.Summary)
			}
		}
		update(t, func(tx graph.Tx) error { return tx.PutEvents([]string{events.Block}, events.Events) })
	})
	t.Run("an event has very many reports", func(t *testing.T) {
		many := storekit.CloneEvent(events.Events[0])
		const manyReports = 100 // of which it has no brief any more
		for number := range manyReports {
			many.ReportIDs = append(many.ReportIDs, fmt.Sprintf("rep_%020d", number))
		}
		update(t, func(tx graph.Tx) error {
			return tx.PutEvents([]string{events.Block}, append([]*graph.Event{many}, events.Events[1:]...))
		})
		if got := checkBriefs(t, server); got != all-1 {
			t.Errorf("%d of %d events have a brief, want one less", got, all)
		}
		update(t, func(tx graph.Tx) error { return tx.PutEvents([]string{events.Block}, events.Events) })
	})
	t.Run("a brief cannot be read", func(t *testing.T) {
		broken := events.Events[0].ID
		if _, err := server.Query(t.Context(), "MATCH (e:Event {id: $id}) SET e.brief = 'broken'", map[string]any{"id": broken}); err != nil {
			t.Fatal(err)
		}
		if got := briefEventOf(t, s, broken).Summary; got != events.Events[0].Summary {
			t.Errorf("the page has the summary %q, want %q", got, events.Events[0].Summary)
		}
		if _, err := server.Query(t.Context(), "MATCH (e:Event {id: $id}) REMOVE e.brief", map[string]any{"id": broken}); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("a report moves while its article is replaced", func(t *testing.T) {
		batch := *g.Batches[slices.IndexFunc(g.Batches, func(b *graph.Batch) bool { return b.Article.ID == articleOf(g, events.Events[0].ReportIDs[0]) })]
		batch.Article.Title = "Anew once more"
		moved := []*graph.Event{storekit.CloneEvent(events.Events[0])}
		moved[0].ID = "evt_another"
		moved = append(moved, events.Events[1:]...)
		update(t, func(tx graph.Tx) error {
			if _, err := tx.Batches([]string{batch.Article.ID}); err != nil {
				return err
			}
			// Another loader, which holds the block and not the article.
			if err := s.Update(t.Context(), func(other graph.Tx) error { return other.PutEvents([]string{events.Block}, moved) }); err != nil {
				return err
			}
			if err := tx.PutBatch(&batch); err != nil {
				return err
			}
			return tx.PutEvents([]string{events.Block}, moved)
		})
		if got := checkBriefs(t, server); got != all {
			t.Errorf("%d of %d events have a brief", got, all)
		}
		update(t, func(tx graph.Tx) error { return tx.PutEvents([]string{events.Block}, events.Events) })
	})
	t.Run("a graph of before briefs", func(t *testing.T) {
		for _, cypher := range []string{"MATCH (e:Event) REMOVE e.brief", "MATCH (d:Dateline) SET d.version = 3"} {
			if _, err := server.Query(t.Context(), cypher, nil); err != nil {
				t.Fatal(err)
			}
		}
		openBriefs(t, server)
		if got := checkBriefs(t, server); got != all {
			t.Errorf("%d of %d events have a brief", got, all)
		}
	})
	t.Run("an entity is gone", func(t *testing.T) {
		update(t, putEntities([]graph.Entity{}))
		if got := checkBriefs(t, server); got == all || got == 0 {
			t.Errorf("%d of %d events have a brief", got, all)
		}
	})
}

// articleOf returns the ID of the article that has a report.
func articleOf(g *graphtest.Graph, reportID string) string {
	for _, b := range g.Batches {
		for _, r := range b.Reports {
			if r.ID == reportID {
				return b.Article.ID
			}
		}
	}
	return ""
}

// A change of more events than one statement writes the briefs of.
func TestBriefsOfALargeChange(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Erase(t)
	s := openBriefs(t, server)
	events := unit.BriefsAtOnce + 50
	sample := graphtest.Sample(8, graphtest.Size{Articles: 200, Reports: events, Events: events, Entities: 100})
	if err := graphtest.Fill(t.Context(), s, sample, 1<<20); err != nil {
		t.Fatal(err)
	}
	if got := checkBriefs(t, server); got != events {
		t.Errorf("%d of %d events have a brief", got, events)
	}
}

func openBriefs(t *testing.T, server *neo4jtest.Server) *Store {
	t.Helper()
	s, err := Open(t.Context(), server.URL, Login(server.User, server.Password), Patience(10*time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// checkBriefs makes sure that every brief is as it would be written now, and counts
// them.
func checkBriefs(t *testing.T, server *neo4jtest.Server) int {
	t.Helper()
	rows, err := server.Query(t.Context(), "MATCH (e:Event) CALL (e) { "+strings.Replace(schema.SetBrief, "SET e.brief =", "RETURN", 1)+" AS now } RETURN e.brief, now", nil)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, row := range rows {
		if row.Values[0] == nil {
			continue
		}
		count++
		if diff := cmp.Diff(sortedBrief(row.Values[1]), sortedBrief(row.Values[0])); diff != "" {
			t.Errorf("a brief is not what it would be written as:\n%s", diff)
		}
	}
	return count
}

// sortedBrief is a brief with its parties and its reports in an order of their own.
func sortedBrief(brief any) []string {
	text, _ := brief.(string)
	parts := strings.Split(text, read.PartMark)
	if len(parts) > 5 {
		parties := strings.Split(parts[4], read.TextMark)
		slices.Sort(parties)
		parts[4] = strings.Join(parties, read.TextMark)
		slices.Sort(parts[5:])
	}
	return parts
}

func briefEventOf(t *testing.T, s *Store, id string) *graph.Event {
	t.Helper()
	page, err := s.Events(t.Context(), graph.EventQuery{Without: graph.WithoutDetails()})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range page.Nodes {
		if e.ID == id {
			return e
		}
	}
	t.Fatalf("no event %s", id)
	return nil
}
