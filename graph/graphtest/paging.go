package graphtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
)

var pagingPromises = []promise{
	{"EveryPageOfEveryList", everyPage},
	{"PagesStayRightWhileArticlesAreLoaded", pagesWhileLoading},
	{"BadCursors", badCursors},
	{"BadPages", badPages},
}

// pageOf is a page of nodes of any kind, by ID.
type pageOf struct {
	ids     []string
	cursors []string
	next    bool
	prev    bool
	total   int
}

// pagedList is a list that a store returns in pages.
type pagedList struct {
	name string
	page func(r graph.PageRequest) (pageOf, error)
}

func pageIDs[T any](p *graph.Page[T], err error, id func(T) string) (pageOf, error) {
	if err != nil {
		return pageOf{}, err
	}
	if p == nil {
		return pageOf{}, fmt.Errorf("no page and no error")
	}
	of := pageOf{cursors: p.Cursors, next: p.HasNext, prev: p.HasPrevious, total: p.Total}
	for _, node := range p.Nodes {
		of.ids = append(of.ids, id(node))
	}
	if len(p.Cursors) != len(p.Nodes) {
		return of, fmt.Errorf("%d cursors for %d nodes", len(p.Cursors), len(p.Nodes))
	}
	return of, nil
}

// only returns the one page that was asked for.
func only[T any](pages []*graph.Page[T], err error) (*graph.Page[T], error) {
	if err == nil && len(pages) != 1 {
		err = fmt.Errorf("%d pages for one", len(pages))
	}
	if err != nil {
		return nil, err
	}
	return pages[0], nil
}

func nodeID[T graph.Node](n T) string { return n.NodeID() }

// pagedLists returns all lists of a store, of the things with the longest lists.
func pagedLists(t *testing.T, store graph.Store, g *Graph) []pagedList {
	ctx := t.Context()
	busy := busiest(g)
	var lists []pagedList
	for _, order := range graph.EventOrders() {
		lists = append(lists, pagedList{"Events by " + string(order), func(r graph.PageRequest) (pageOf, error) {
			p, err := store.Events(ctx, graph.EventQuery{Order: order, PageRequest: r})
			return pageIDs(p, err, nodeID)
		}}, pagedList{"ContactsOf by " + string(order), func(r graph.PageRequest) (pageOf, error) {
			p, err := only(store.ContactsOf(ctx, []string{busy.entity}, graph.EventQuery{Order: order, PageRequest: r}))
			return pageIDs(p, err, nodeID)
		}})
	}
	return append(lists,
		pagedList{"Events by a filter", func(r graph.PageRequest) (pageOf, error) {
			filter := graph.EventFilter{Types: []graph.EventType{graph.EventContact}, MinArticles: 1, KnownBy: graph.MaxDate}
			p, err := store.Events(ctx, graph.EventQuery{EventFilter: filter, PageRequest: r})
			return pageIDs(p, err, nodeID)
		}},
		pagedList{"Reports of an event", func(r graph.PageRequest) (pageOf, error) {
			p, err := only(store.Reports(ctx, graph.ReportQuery{EventIDs: []string{busy.event}, PageRequest: r}))
			return pageIDs(p, err, nodeID)
		}},
		pagedList{"Reports of an article", func(r graph.PageRequest) (pageOf, error) {
			p, err := only(store.Reports(ctx, graph.ReportQuery{ArticleIDs: []string{busy.article}, PageRequest: r}))
			return pageIDs(p, err, nodeID)
		}},
		pagedList{"Entities", func(r graph.PageRequest) (pageOf, error) {
			p, err := store.Entities(ctx, graph.EntityQuery{PageRequest: r})
			return pageIDs(p, err, nodeID)
		}},
		pagedList{"MentionsOf", func(r graph.PageRequest) (pageOf, error) {
			p, err := only(store.MentionsOf(ctx, []string{busy.entity}, r))
			return pageIDs(p, err, func(m *graph.Mention) string { return fmt.Sprint(m.Article.ID, m.Start, m.End) })
		}},
		pagedList{"MentionsIn", func(r graph.PageRequest) (pageOf, error) {
			p, err := only(store.MentionsIn(ctx, []string{busy.article}, r))
			return pageIDs(p, err, func(m *graph.Mention) string { return fmt.Sprint(m.MemberID, m.Start, m.End) })
		}},
		pagedList{"Articles", func(r graph.PageRequest) (pageOf, error) {
			p, err := store.Articles(ctx, graph.ArticleQuery{PageRequest: r})
			return pageIDs(p, err, nodeID)
		}},
		pagedList{"Search", func(r graph.PageRequest) (pageOf, error) {
			p, err := store.Search(ctx, busy.word, r)
			return pageIDs(p, err, nodeID)
		}},
	)
}

// busy has the things with the longest lists.
type busy struct{ entity, event, article, word string }

func busiest(g *Graph) busy {
	mentions := map[string]int{}
	for _, b := range g.Batches {
		for _, m := range b.Members {
			mentions[g.entityOf(m.ID).NodeID()] += len(m.Mentions)
		}
	}
	entity := slices.MaxFunc(g.Entities, func(a, b graph.Entity) int { return mentions[a.NodeID()] - mentions[b.NodeID()] })
	event := slices.MaxFunc(g.Events, func(a, b *graph.Event) int { return len(a.ReportIDs) - len(b.ReportIDs) })
	article := slices.MaxFunc(g.Batches, func(a, b *graph.Batch) int { return len(a.Reports) - len(b.Reports) })
	return busy{entity.NodeID(), event.ID, article.Article.ID, words(graph.ProfileOf(entity).Name)[0]}
}

// everyPage reads every list forwards and backwards, with pages of several sizes. Each time
// it must get every node once, in the order of the whole list.
func everyPage(t *testing.T, open Open) {
	g := Collect(Sample(7, Small))
	store := openWith(t, open, g)
	for _, list := range pagedLists(t, store, g) {
		t.Run(list.name, func(t *testing.T) {
			whole, err := list.page(graph.PageRequest{Total: true})
			if err != nil {
				t.Fatal(err)
			}
			all := len(whole.ids)
			if all < 3 {
				t.Fatalf("the list has %d nodes, too few for a test", all)
			}
			if whole.total != all || whole.next || whole.prev {
				t.Errorf("the whole list has %d nodes, a Total of %d, HasNext %v, HasPrevious %v", all, whole.total, whole.next, whole.prev)
			}
			if twice(whole.ids) {
				t.Errorf("the whole list has a node twice: %v", whole.ids)
			}
			for _, size := range []int{1, 2, 3, 7, all - 1, all, all + 1, 10 * all} {
				forwards(t, list, whole, size)
				backwards(t, list, whole, size)
			}
			fromCursors(t, list, whole)
		})
	}
}

func twice(ids []string) bool {
	return len(slices.Compact(slices.Sorted(slices.Values(ids)))) != len(ids)
}

func forwards(t *testing.T, list pagedList, whole pageOf, size int) {
	t.Helper()
	var seen []string
	after := ""
	for range len(whole.ids) + 1 {
		p, err := list.page(graph.PageRequest{First: size, After: after, Total: size == 2})
		if err != nil {
			t.Fatalf("first %d after %q: %v", size, after, err)
		}
		seen = append(seen, p.ids...)
		wantEnds(t, fmt.Sprintf("first %d, up to node %d of %d", size, len(seen), len(whole.ids)), p, after != "", len(seen) < len(whole.ids))
		if size == 2 && p.total != len(whole.ids) || size != 2 && p.total != 0 {
			t.Errorf("first %d: Total is %d", size, p.total)
		}
		if !p.next || len(p.cursors) == 0 {
			break
		}
		after = p.cursors[len(p.cursors)-1]
	}
	diff(t, fmt.Sprintf("all pages of the first %d", size), whole.ids, seen)
}

func backwards(t *testing.T, list pagedList, whole pageOf, size int) {
	t.Helper()
	var seen []string
	before := ""
	for range len(whole.ids) + 1 {
		p, err := list.page(graph.PageRequest{Last: size, Before: before})
		if err != nil {
			t.Fatalf("last %d before %q: %v", size, before, err)
		}
		seen = append(slices.Clone(p.ids), seen...)
		wantEnds(t, fmt.Sprintf("last %d, down to node %d of %d", size, len(seen), len(whole.ids)), p, len(seen) < len(whole.ids), before != "")
		if !p.prev || len(p.cursors) == 0 {
			break
		}
		before = p.cursors[0]
	}
	diff(t, fmt.Sprintf("all pages of the last %d", size), whole.ids, seen)
}

func wantEnds(t *testing.T, what string, p pageOf, prev, next bool) {
	t.Helper()
	if p.prev != prev || p.next != next {
		t.Errorf("%s: HasPrevious %v, HasNext %v; want %v, %v", what, p.prev, p.next, prev, next)
	}
}

// fromCursors reads the rest of the list from each node, without a limit.
func fromCursors(t *testing.T, list pagedList, whole pageOf) {
	t.Helper()
	for i, cursor := range whole.cursors {
		after, err := list.page(graph.PageRequest{After: cursor})
		if err != nil {
			t.Fatal(err)
		}
		diffList(t, fmt.Sprintf("nodes after node %d", i), whole.ids[i+1:], after.ids)
		before, err := list.page(graph.PageRequest{Before: cursor})
		if err != nil {
			t.Fatal(err)
		}
		diffList(t, fmt.Sprintf("nodes before node %d", i), whole.ids[:i], before.ids)
	}
}

// pagesWhileLoading loads articles between pages. What was there is neither lost nor
// repeated nor moved; what is new is not repeated.
func pagesWhileLoading(t *testing.T, open Open) {
	g, later := Collect(Sample(7, Small)), Collect(Sample(8, Small))
	for i, named := range pagedLists(t, nil, g) {
		t.Run(named.name, func(t *testing.T) {
			store := openWith(t, open, g)
			list := pagedLists(t, store, g)[i]
			before, err := list.page(graph.PageRequest{})
			if err != nil {
				t.Fatal(err)
			}
			old := map[string]bool{}
			for _, id := range before.ids {
				old[id] = true
			}
			var seen []string
			after := ""
			for at := 0; ; at++ {
				p, err := list.page(graph.PageRequest{First: 4, After: after})
				if err != nil {
					t.Fatal(err)
				}
				seen = append(seen, p.ids...)
				if !p.next {
					break
				}
				after = p.cursors[len(p.cursors)-1]
				if at < len(later.Batches) {
					fill(t, store, later.Of(later.articleIDs()[:at+1]...))
				}
			}
			diff(t, "nodes that were there before", before.ids, keep(seen, func(id string) bool { return old[id] }))
			if twice(seen) {
				t.Errorf("a node comes twice: %v", seen)
			}
		})
	}
}

// badCursors asks with cursors that do not belong to the list.
func badCursors(t *testing.T, open Open) {
	g := Collect(Sample(7, Small))
	store := openWith(t, open, g)
	lists := pagedLists(t, store, g)
	cursors := map[string]string{} // of other lists, by the kind of list
	for _, list := range lists {
		p, err := list.page(graph.PageRequest{First: 1})
		if err != nil {
			t.Fatal(err)
		}
		cursors[list.name] = p.cursors[0]
	}
	for _, list := range lists {
		own := cursors[list.name]
		bad := []string{
			"x", "%", "'; DROP TABLE events; --", "\x00", "👩‍⚖️", "null", "bnVsbA", "e30", "W10", "Int7",
			own[:len(own)-1], own[:len(own)/2], own[1:], own + own, strings.Repeat("A", 100_000),
			graph.Cursor{Order: "none", Keys: []string{"1", "2"}}.Encode(), graph.Cursor{}.Encode(),
		}
		for name, cursor := range cursors {
			if differ(name, list.name) {
				bad = append(bad, cursor)
			}
		}
		for _, cursor := range bad {
			_, err := list.page(graph.PageRequest{First: 3, After: cursor})
			wantError(t, fmt.Sprintf("%s after %.60q", list.name, cursor), err, graph.ErrBadCursor)
			_, err = list.page(graph.PageRequest{Last: 3, Before: cursor})
			wantError(t, fmt.Sprintf("%s before %.60q", list.name, cursor), err, graph.ErrBadCursor)
		}
	}
}

// differ reports whether two lists certainly have cursors of different orders.
func differ(one, other string) bool {
	kind := func(name string) string {
		_, order, found := strings.Cut(name, " by ")
		switch {
		case !found:
			return name
		case order == "a filter":
			return string(graph.OrderTimeAscending)
		}
		return order
	}
	return kind(one) != kind(other)
}

func badPages(t *testing.T, open Open) {
	g := Collect(Sample(7, Small))
	store := openWith(t, open, g)
	for _, list := range pagedLists(t, store, g) {
		p, err := list.page(graph.PageRequest{First: 1})
		if err != nil {
			t.Fatal(err)
		}
		cursor := p.cursors[0]
		for _, r := range []graph.PageRequest{
			{First: -1}, {Last: -1}, {First: 1, Last: 1}, {First: 1, Before: cursor}, {Last: 1, After: cursor}, {After: cursor, Before: cursor},
		} {
			_, err := list.page(r)
			wantError(t, fmt.Sprintf("%s with page %+v", list.name, r), err, graph.ErrInvalid)
		}
	}
}
