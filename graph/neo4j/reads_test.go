package neo4j

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/graph/neo4j/internal/bolt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j/neo4jtest"
)

// sampleStore is a store that holds a small sample.
func sampleStore(t *testing.T) (*Store, *graphtest.Graph) {
	t.Helper()
	server := neo4jtest.Shared(t)
	server.Erase(t)
	store, err := Open(t.Context(), server.URL, Login(server.User, server.Password), Patience(10*time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	g := graphtest.Collect(graphtest.Sample(3, graphtest.Small))
	if err := graphtest.Fill(t.Context(), store, g.Puts(), 1000); err != nil {
		t.Fatal(err)
	}
	return store, g
}

type askedStatement struct {
	text   string
	params map[string]any
}

// whoMet returns the participants of a contact that took place.
func whoMet(g *graphtest.Graph) []graph.Participation {
	at := slices.IndexFunc(g.Events, func(e *graph.Event) bool {
		return e.Type == graph.EventContact && e.Status == graph.StatusAsserted && e.Participants[0].EntityID != e.Participants[1].EntityID
	})
	return g.Events[at].Participants
}

// nothingMore leaves out of a page all that can be left out.
var nothingMore = graph.WithoutDetails()

// readings are one call of each kind, by name.
func readings(s *Store, g *graphtest.Graph) map[string]func(ctx context.Context) (calls int, err error) {
	var persons []string
	for _, e := range g.Entities {
		persons = append(persons, e.NodeID())
	}
	met := whoMet(g)
	one, other := &graph.EntityRef{ID: met[0].EntityID}, &graph.EntityRef{ID: met[1].EntityID}
	name := &graph.EntityRef{Name: graph.ProfileOf(g.Entities[0]).Name}
	during := graph.MustEDTF("2022/2027")
	contacts := []graph.EventType{graph.EventContact}
	first := graph.PageRequest{First: 5}
	events := func(q graph.EventQuery) func(ctx context.Context) (calls int, err error) {
		return func(ctx context.Context) (calls int, err error) {
			p, err := s.Events(ctx, q)
			if err != nil || !p.HasNext {
				return 1, err
			}
			q.First, q.After = 5, p.Cursors[len(p.Cursors)-1]
			_, err = s.Events(ctx, q)
			return 2, err
		}
	}
	articles := []string{g.Batches[0].Article.ID, g.Batches[1].Article.ID}
	eventIDs := []string{g.Events[0].ID, g.Events[1].ID}
	return map[string]func(ctx context.Context) (calls int, err error){
		"contacts of a party": func(ctx context.Context) (calls int, err error) {
			_, err = s.ContactsOf(ctx, persons[:3], graph.EventQuery{EventFilter: graph.EventFilter{Types: contacts, During: during}, PageRequest: first, Reports: 3})
			return 1, err
		},
		"events of a party":     events(graph.EventQuery{EventFilter: graph.EventFilter{Types: contacts, Who: one, During: during}, PageRequest: first, Reports: 3}),
		"events in brief":       events(graph.EventQuery{EventFilter: graph.EventFilter{Types: contacts, Who: one, During: during}, PageRequest: first, Reports: 3, Without: nothingMore}),
		"latest events":         events(graph.EventQuery{EventFilter: graph.EventFilter{Who: one}, Order: graph.OrderTimeDescending, PageRequest: first}),
		"events by name":        events(graph.EventQuery{EventFilter: graph.EventFilter{Who: name}, PageRequest: first}),
		"events of two":         events(graph.EventQuery{EventFilter: graph.EventFilter{Who: one, With: other}, PageRequest: first}),
		"all events":            events(graph.EventQuery{PageRequest: first}),
		"most reported":         events(graph.EventQuery{Order: graph.OrderReportsDescending, PageRequest: first}),
		"most reported of one":  events(graph.EventQuery{EventFilter: graph.EventFilter{Who: one}, Order: graph.OrderReportsDescending, PageRequest: first}),
		"events by text":        events(graph.EventQuery{EventFilter: graph.EventFilter{Text: "met"}, PageRequest: first}),
		"events of one by text": events(graph.EventQuery{EventFilter: graph.EventFilter{Text: "met", Who: one}, PageRequest: first}),
		"timeline": func(ctx context.Context) (calls int, err error) {
			_, err = s.Timeline(ctx, graph.EventFilter{Who: one}, graph.UnitMonth)
			return 1, err
		},
		"reports of events": func(ctx context.Context) (calls int, err error) {
			_, err = s.Reports(ctx, graph.ReportQuery{EventIDs: eventIDs})
			return 1, err
		},
		"reports of articles": func(ctx context.Context) (calls int, err error) {
			_, err = s.Reports(ctx, graph.ReportQuery{ArticleIDs: articles})
			return 1, err
		},
		"entity":         func(ctx context.Context) (calls int, err error) { _, err = s.Entity(ctx, *one); return 1, err },
		"entity by name": func(ctx context.Context) (calls int, err error) { _, err = s.Entity(ctx, *name); return 1, err },
		"entities": func(ctx context.Context) (calls int, err error) {
			_, err = s.Entities(ctx, graph.EntityQuery{PageRequest: first})
			return 1, err
		},
		"entities by name": func(ctx context.Context) (calls int, err error) {
			_, err = s.Entities(ctx, graph.EntityQuery{Name: name.Name[:2], PageRequest: first})
			return 1, err
		},
		"mentions": func(ctx context.Context) (calls int, err error) {
			_, err = s.MentionsOf(ctx, persons[:2], first)
			return 1, err
		},
		"mentions in articles": func(ctx context.Context) (calls int, err error) {
			_, err = s.MentionsIn(ctx, articles, first)
			return 1, err
		},
		"entities in articles": func(ctx context.Context) (calls int, err error) { _, err = s.EntitiesIn(ctx, articles); return 1, err },
		"articles": func(ctx context.Context) (calls int, err error) {
			_, err = s.Articles(ctx, graph.ArticleQuery{PageRequest: first})
			return 1, err
		},
		"articles of a publisher": func(ctx context.Context) (calls int, err error) {
			_, err = s.Articles(ctx, graph.ArticleQuery{Publisher: "Ferry Bulletin", Published: during, PageRequest: first})
			return 1, err
		},
		"search": func(ctx context.Context) (calls int, err error) {
			_, err = s.Search(ctx, name.Name, first)
			return 1, err
		},
		"network": func(ctx context.Context) (calls int, err error) {
			_, err = s.Network(ctx, graph.NetworkQuery{Center: *one, Hops: 2, Limit: 20})
			return 1, err
		},
		"path": func(ctx context.Context) (calls int, err error) {
			_, err = s.Path(ctx, graph.PathQuery{From: *one, To: *other, MaxHops: 6})
			return 1, err
		},
		"path in a time": func(ctx context.Context) (calls int, err error) {
			_, err = s.Path(ctx, graph.PathQuery{From: *one, To: *other, MaxHops: 1, During: during})
			return 1, err
		},
		"nodes": func(ctx context.Context) (calls int, err error) {
			_, err = s.Nodes(ctx, slices.Concat(articles, eventIDs, persons[:3], g.Events[0].ReportIDs))
			return 1, err
		},
	}
}

// Every call of a Reader is one statement, whatever the number of things it gives,
// and no statement looks through all nodes of a label: neither by a plan that is made
// with a graph, nor by one that is made, and kept, when the database is empty.
func TestAReadIsOneStatement(t *testing.T) {
	store, g := sampleStore(t)
	var all []askedStatement
	for name, read := range readings(store, g) {
		t.Run(name, func(t *testing.T) {
			var asked []askedStatement
			store.db.Watch = func(text string, params map[string]any) { asked = append(asked, askedStatement{text, params}) }
			defer func() { store.db.Watch = nil }()
			calls, err := read(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if len(asked) != calls {
				t.Errorf("%d statements for %d calls", len(asked), calls)
			}
			for _, st := range asked {
				profile(t, store, st)
			}
			all = append(all, asked...)
		})
	}
	neo4jtest.Shared(t).Erase(t)
	for _, st := range all {
		profile(t, store, st)
	}
}

// profile holds a plan to what a page may cost: no scan, no join of two lists, and
// no product but of single rows, which is how subqueries follow each other. The
// driver does not show all of the plan that EXPLAIN gives, but all of PROFILE's.
func profile(t *testing.T, store *Store, st askedStatement) {
	t.Helper()
	session := store.db.Session(t.Context(), driver.AccessModeRead)
	defer bolt.Release(t.Context(), session)
	result, err := session.Run(t.Context(), "CYPHER replan=force PROFILE "+strings.TrimPrefix(st.text, bolt.KeepPlan), st.params)
	if err != nil {
		t.Errorf("%v\n%s", err, st.text)
		return
	}
	summary, err := result.Consume(t.Context())
	if err != nil {
		t.Error(err)
		return
	}
	var walk func(p driver.ProfiledPlan)
	walk = func(p driver.ProfiledPlan) {
		operator, _, _ := strings.Cut(p.Operator(), "@")
		switch operator {
		case "NodeByLabelScan", "AllNodesScan", "DirectedRelationshipTypeScan", "UndirectedRelationshipTypeScan", "DirectedAllRelationshipsScan", "NodeIndexScan", "DirectedRelationshipIndexScan", "ValueHashJoin":
			t.Errorf("%s %v in\n%s", operator, p.Arguments()["Details"], st.text)
		}
		for _, child := range p.Children() {
			if operator == "CartesianProduct" && child.Records() > 1 {
				t.Errorf("a product of %d rows in\n%s", child.Records(), st.text)
			}
			walk(child)
		}
	}
	walk(summary.Profile())
}
