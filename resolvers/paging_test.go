package resolvers

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"dateline/graph"

	"github.com/google/go-cmp/cmp"
)

// pageOf is what the tests below read of a connection.
type pageOf struct {
	Edges []struct {
		Node   struct{ ID, Text string }
		Cursor string
	}
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	TotalCount int
}

func (p pageOf) nodes() []string {
	var ids []string
	for _, edge := range p.Edges {
		ids = append(ids, edge.Node.ID+edge.Node.Text)
	}
	return ids
}

// TestPagesAddUp: every list is the same page by page and at once, whether it stands alone
// or below another.
func TestPagesAddUp(t *testing.T) {
	story, store := canal(t)
	const page = `edges { node { %s } cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount`
	byID := fmt.Sprintf(page, "... on Node { id }")
	lists := map[string]string{
		"contacts":               `{ list: contacts(first: $n, after: $c) { ` + byID + ` } }`,
		"contacts, newest":       `{ list: contacts(orderBy: TIME_DESC, first: $n, after: $c) { ` + byID + ` } }`,
		"events":                 `{ list: events(first: $n, after: $c) { ` + byID + ` } }`,
		"entities":               `{ list: entities(first: $n, after: $c) { ` + byID + ` } }`,
		"articles":               `{ list: articles(first: $n, after: $c) { ` + byID + ` } }`,
		"search":                 `{ list: search(text: "varga", first: $n, after: $c) { ` + byID + ` } }`,
		"an entity's own":        `{ of: node(id: "` + story.ID("varga") + `") { ... on Entity { list: contacts(first: $n, after: $c) { ` + byID + ` } } } }`,
		"mentions":               `{ of: node(id: "` + story.ID("varga") + `") { ... on Entity { list: mentions(first: $n, after: $c) { ` + fmt.Sprintf(page, "text") + ` } } } }`,
		"reports of an event":    `{ of: node(id: "` + story.ID("call") + `") { ... on Event { list: reports(first: $n, after: $c) { ` + byID + ` } } } }`,
		"mentions in an article": `{ of: node(id: "` + story.ID("plans") + `") { ... on Article { list: mentions(first: $n, after: $c) { ` + fmt.Sprintf(page, "text") + ` } } } }`,
		"of an article":          `{ of: node(id: "` + story.ID("plans") + `") { ... on Article { list: reports(first: $n, after: $c) { ` + byID + ` } } } }`,
	}
	for name, query := range lists {
		t.Run(name, func(t *testing.T) {
			query = "query ($n: Int, $c: String) " + query
			whole := readPage(t, store, query, map[string]any{"n": 100})
			if len(whole.Edges) < 2 || whole.TotalCount != len(whole.Edges) || whole.PageInfo.HasNextPage {
				t.Fatalf("the whole list: %+v", whole)
			}
			var turned []string
			var cursor any
			for next := true; next; {
				page := readPage(t, store, query, map[string]any{"n": 2, "c": cursor})
				turned = append(turned, page.nodes()...)
				if page.TotalCount != whole.TotalCount || page.PageInfo.HasPreviousPage != (cursor != nil) {
					t.Errorf("page after %v: %+v", turned, page.PageInfo)
				}
				next = page.PageInfo.HasNextPage
				if next {
					cursor = *page.PageInfo.EndCursor
				}
			}
			if diff := cmp.Diff(whole.nodes(), turned); diff != "" {
				t.Errorf("(-at once +turned):\n%s", diff)
			}
		})
	}
}

// TestPagesGoBackward: pages from the end have the order of the list.
func TestPagesGoBackward(t *testing.T) {
	_, store := canal(t)
	const list = `edges { node { id } cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount`
	whole := readPage(t, store, `{ list: contacts { `+list+` } }`, nil)
	var turned []string
	var cursor any
	for more := true; more; {
		page := readPage(t, store, `query ($c: String) { list: contacts(last: 3, before: $c) { `+list+` } }`, map[string]any{"c": cursor})
		turned = append(page.nodes(), turned...)
		more = page.PageInfo.HasPreviousPage
		if more {
			cursor = *page.PageInfo.StartCursor
		}
	}
	if !slices.Equal(whole.nodes(), turned) {
		t.Errorf("turned back %v, at once %v", turned, whole.nodes())
	}
}

func readPage(t *testing.T, store graph.Reader, query string, variables map[string]any) pageOf {
	t.Helper()
	response := Execute(t.Context(), store, Request{Query: query, Variables: variables})
	var data struct {
		List pageOf
		Of   struct{ List pageOf }
	}
	if err := json.Unmarshal(response.Data, &data); err != nil || len(response.Errors) > 0 {
		t.Fatalf("%v %v", err, response.Errors)
	}
	if data.List.Edges == nil {
		return data.Of.List
	}
	return data.List
}
