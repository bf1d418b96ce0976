package resolvers

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"dateline/graph"

	"github.com/google/go-cmp/cmp"
)

// TestCalls checks the promise of package resolvers: a query costs one store call per
// level, however many rows it has. Time stands still in it until all goroutines of a level
// wait, so the counts are exact.
func TestCalls(t *testing.T) {
	tests := map[string]struct {
		query string
		want  []string
	}{
		"a page of contacts comes filled": {
			`{ contacts { totalCount nodes {
				summary time { edtf } place { name }
				participants { role entity { name } onBehalfOf { name } }
				reports(first: 5) { totalCount nodes { quote place { name } attributedTo { name } article { title } event { id } } }
				conflicts { reports { quote article { title } event { summary } } }
			} } }`,
			[]string{"Events"},
		},
		"under edges too": {
			`{ contacts { edges { node { participants { entity { name } } reports(first: 1) { edges { node { article { title } } } } } } } }`,
			[]string{"Events"},
		},
		"in a fragment too": {
			`{ contacts { nodes { ...e } } } fragment e on Event { ... on Node { ... on Event { reports(first: 3) { nodes { quote } } } } }`,
			[]string{"Events"},
		},
		"one call a level, whatever the kind of entity": {
			`{ entities { nodes { name contacts { totalCount nodes { summary reports { nodes { quote } } } } } } }`,
			[]string{"Entities", "ContactsOf"},
		},
		"across pages and under edges": {
			`{ entities { edges { node { contacts { edges { node { participants { entity { mentions(first: 2) { nodes { text } } } } } } } } } } }`,
			[]string{"Entities", "ContactsOf", "MentionsOf"},
		},
		"articles of mentions": {
			`{ entities { nodes { mentions { nodes { article { reports(first: 1) { nodes { event { reports { totalCount } } } } entities { name } } } } } } }`,
			[]string{"Entities", "MentionsOf", "EntitiesIn", "Reports", "Reports"},
		},
		"who is mentioned in all articles": {
			`{ articles { nodes { mentions(first: 5) { totalCount nodes { text entity { name } article { title } } } } } }`,
			[]string{"Articles", "MentionsIn"},
		},
		"the texts of all reports' articles": {
			`{ contacts { nodes { reports { nodes { article { text } } } } } }`,
			[]string{"Events", "Nodes"},
		},
		"the texts of articles that were asked for": {
			`{ articles { nodes { text } } }`,
			[]string{"Articles"},
		},
		"the next reports of all events": {
			`{ contacts { nodes { reports(first: 1) { nodes { id } } more: reports(first: 1, after: "eyJvIjoiUkVQT1JUUyIsImsiOltdfQ") { nodes { id } } } } }`,
			[]string{"Events", "Reports"},
		},
		"other arguments, another call": {
			`{ entities { nodes { calls: contacts(means: [CALL]) { totalCount } visits: contacts(means: [VISIT]) { totalCount } } } }`,
			[]string{"Entities", "ContactsOf", "ContactsOf"},
		},
		"the history of all events": {
			`{ contacts { nodes { history { nodes { kind article { title } edit { kind } } totalCount } } } }`,
			[]string{"Events", "ChangesOf", "Reports", "Edits"},
		},
		"reports of merges and related events": {
			`{ contacts { nodes { merges { explanation reports { quote } } related { explanation event { summary } } } } }`,
			[]string{"Events", "Nodes"},
		},
		"why events were merged": {
			`{ contacts { nodes { merges { explanation } related { explanation } } } }`,
			[]string{"Events"},
		},
		"reports of conflicts, where they did not come filled": {
			`{ contacts { nodes { reports { nodes { event { conflicts { reports { id } } } } } } } }`,
			[]string{"Events", "Nodes"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				_, store := canal(t)
				counted := &counting{Reader: store}
				response := Execute(t.Context(), counted, Request{Query: test.query})
				for _, err := range response.Errors {
					if err.Extensions["code"] != string(graph.CodeBadCursor) {
						t.Error(err)
					}
				}
				slices.Sort(counted.calls)
				slices.Sort(test.want)
				if diff := cmp.Diff(test.want, counted.calls); diff != "" {
					t.Errorf("store calls (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// TestFewCallsAtOnce: a query with many fields takes no more than its share of a store's
// connections.
func TestFewCallsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, store := canal(t)
		slow := &slowed{Reader: store}
		query := "{"
		for i := range 30 {
			query += fmt.Sprintf("a%d: contacts { totalCount } ", i)
		}
		response := Execute(t.Context(), slow, Request{Query: query + "}"})
		if len(response.Errors) > 0 {
			t.Error(response.Errors)
		}
		if slow.most != maxCalls {
			t.Errorf("%d calls at once, want %d", slow.most, maxCalls)
		}
	})
}

// slowed counts how many calls run at once.
type slowed struct {
	graph.Reader
	mu            sync.Mutex
	running, most int
}

func (s *slowed) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	s.mu.Lock()
	s.running++
	s.most = max(s.most, s.running)
	s.mu.Unlock()
	time.Sleep(time.Millisecond)
	s.mu.Lock()
	s.running--
	s.mu.Unlock()
	return s.Reader.Events(ctx, q)
}

// TestEveryCallIsCounted calls each method of graph.Reader without a place: none may reach
// the store.
func TestEveryCallIsCounted(t *testing.T) {
	outside := []string{"Ready", "Version", "Walk"} // no field calls these
	ctx, cancel := context.WithCancel(withCalls(t.Context()))
	cancel()
	for range maxCalls {
		ctx.Value(callsKey{}).(chan struct{}) <- struct{}{}
	}
	reader := reflect.TypeFor[graph.Reader]()
	for i := range reader.NumMethod() {
		method := reader.Method(i)
		if slices.Contains(outside, method.Name) {
			continue
		}
		arguments := []reflect.Value{reflect.ValueOf(ctx)}
		for in := 1; in < method.Type.NumIn(); in++ {
			arguments = append(arguments, reflect.Zero(method.Type.In(in)))
		}
		func() {
			defer func() {
				if recover() != nil {
					t.Errorf("few does not count calls of %s", method.Name)
				}
			}()
			results := reflect.ValueOf(few{}).MethodByName(method.Name).Call(arguments)
			if err, _ := results[len(results)-1].Interface().(error); !errors.Is(err, graph.ErrTimeout) {
				t.Errorf("%s: %v", method.Name, err)
			}
		}()
	}
}

// TestTotalsAreCountedOnlyWhereSelected: a store does not count what nobody looks at.
func TestTotalsAreCountedOnlyWhereSelected(t *testing.T) {
	_, store := canal(t)
	for query, want := range map[string]bool{
		`{ contacts { nodes { id reports { totalCount } } } }`:               false,
		`{ contacts { totalCount } }`:                                        true,
		`{ contacts { ...c } } fragment c on EventConnection { totalCount }`: true,
		`{ contacts { nodes { id } totalCount @skip(if: true) } }`:           false,
	} {
		counted := &counting{Reader: store}
		Execute(t.Context(), counted, Request{Query: query})
		if got := counted.events.Total; got != want {
			t.Errorf("%s: total asked for: %v, want %v", query, got, want)
		}
	}
}

// TestReportsAreFilledOnlyAsFarAsSelected: a store does not fill what nobody looks at.
func TestReportsAreFilledOnlyAsFarAsSelected(t *testing.T) {
	_, store := canal(t)
	for query, want := range map[string]int{
		`{ contacts { nodes { id } } }`:                     0,
		`{ contacts { nodes { reports { totalCount } } } }`: 20,
		`{ contacts { nodes { reports(first: 3) { totalCount } } edges { node { r: reports(first: 7) { totalCount } } } } }`: 7,
		`{ contacts { nodes { reports(first: 2) @include(if: false) { totalCount } } } }`:                                    0,
	} {
		counted := &counting{Reader: store}
		Execute(t.Context(), counted, Request{Query: query})
		if got := counted.events.Reports; got != want {
			t.Errorf("%s: fills %d reports, want %d", query, got, want)
		}
	}
}

// counting notes the calls of a store.
type counting struct {
	graph.Reader
	mu     sync.Mutex
	calls  []string
	events graph.EventQuery // the last one
}

func (c *counting) note(call string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.calls = append(c.calls, call)
}

func (c *counting) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	c.note("Events")
	c.events = q
	return c.Reader.Events(ctx, q)
}

func (c *counting) ContactsOf(ctx context.Context, ids []string, q graph.EventQuery) ([]*graph.EventPage, error) {
	c.note("ContactsOf")
	return c.Reader.ContactsOf(ctx, ids, q)
}

func (c *counting) Reports(ctx context.Context, q graph.ReportQuery) ([]*graph.ReportPage, error) {
	c.note("Reports")
	return c.Reader.Reports(ctx, q)
}

func (c *counting) Entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	c.note("Entity")
	return c.Reader.Entity(ctx, ref)
}

func (c *counting) Entities(ctx context.Context, q graph.EntityQuery) (*graph.EntityPage, error) {
	c.note("Entities")
	return c.Reader.Entities(ctx, q)
}

func (c *counting) Articles(ctx context.Context, q graph.ArticleQuery) (*graph.ArticlePage, error) {
	c.note("Articles")
	return c.Reader.Articles(ctx, q)
}

func (c *counting) MentionsIn(ctx context.Context, ids []string, page graph.PageRequest) ([]*graph.MentionPage, error) {
	c.note("MentionsIn")
	return c.Reader.MentionsIn(ctx, ids, page)
}

func (c *counting) MentionsOf(ctx context.Context, ids []string, page graph.PageRequest) ([]*graph.MentionPage, error) {
	c.note("MentionsOf")
	return c.Reader.MentionsOf(ctx, ids, page)
}

func (c *counting) EntitiesIn(ctx context.Context, ids []string) ([][]graph.Entity, error) {
	c.note("EntitiesIn")
	return c.Reader.EntitiesIn(ctx, ids)
}

func (c *counting) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	c.note("Nodes")
	return c.Reader.Nodes(ctx, ids)
}

func (c *counting) ChangesOf(ctx context.Context, ids []string) ([]graph.Change, error) {
	c.note("ChangesOf")
	return c.Reader.ChangesOf(ctx, ids)
}

func (c *counting) Edits(ctx context.Context, q graph.EditQuery) (*graph.EditPage, error) {
	c.note("Edits")
	return c.Reader.Edits(ctx, q)
}
