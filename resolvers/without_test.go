package resolvers

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/schema"
)

// frugal leaves out everything that it may.
type frugal struct{ graph.Reader }

func (f frugal) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	page, err := f.Reader.Events(ctx, q)
	graphtest.Strip(page, q.Without)
	return page, err
}

func (f frugal) ContactsOf(ctx context.Context, ids []string, q graph.EventQuery) ([]*graph.EventPage, error) {
	pages, err := f.Reader.ContactsOf(ctx, ids, q)
	for _, page := range pages {
		graphtest.Strip(page, q.Without)
	}
	return pages, err
}

// TestNothingIsMissedOfAFrugalStore asks for each field below a page of events alone: a
// store that leaves out what the query does not name answers like one that fills everything.
func TestNothingIsMissedOfAFrugalStore(t *testing.T) {
	_, store := canal(t)
	sources, err := gqlparser.LoadSchema(&ast.Source{Input: schema.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	const report = "reports(first: 2) { nodes { %s } }"
	ways := map[string][]string{
		"Event":         {"%s", fmt.Sprintf(report, "event { %s }"), "conflicts { reports { event { %s } } }", "related { event { %s } }"},
		"Report":        {fmt.Sprintf(report, "%s"), "conflicts { reports { %s } }"},
		"Article":       {fmt.Sprintf(report, "article { %s }")},
		"Conflict":      {"conflicts { %s }"},
		"Merge":         {"merges { %s }"},
		"RelatedEvent":  {"related { %s }", "related { event { related { %s } } }"},
		"Participation": {"participants { %s }", fmt.Sprintf(report, "participants { %s }")},
		"Person":        {"participants { entity { ... on Person { %s } } }", fmt.Sprintf(report, "attributedTo { ... on Person { %s } }")},
		"Organization":  {"participants { entity { ... on Organization { %s } } }", "participants { entity { ... on Person { positions { organization { %s } } } } }"},
		"Place":         {"place { %s }", fmt.Sprintf(report, "place { %s }")},
	}
	asked, costly := 0, Options{MaxComplexity: costCeiling}
	for noun, paths := range ways {
		for _, field := range sources.Types[noun].Fields {
			for _, path := range paths {
				event := fmt.Sprintf(path, selectionOf(sources, field))
				for _, query := range []string{
					"{ contacts { nodes { " + event + " } } }",
					"{ events { edges { node { ...e } } } } fragment e on Event { " + event + " }",
					"{ entities(first: 9) { nodes { contacts(first: 9) { nodes { " + event + " } } } } }",
				} {
					want := ExecuteWith(t.Context(), store, costly, Request{Query: query})
					got := ExecuteWith(t.Context(), frugal{store}, costly, Request{Query: query})
					if len(want.Errors) > 0 {
						t.Fatalf("%s: %v", query, want.Errors)
					}
					if diff := cmp.Diff(string(want.Data), string(got.Data)); diff != "" || len(got.Errors) > 0 {
						t.Errorf("%s: %v (-want +got)\n%s", query, got.Errors, diff)
					}
					asked++
				}
			}
		}
	}
	if asked < 100 {
		t.Errorf("only %d queries asked", asked)
	}
}

// selectionOf selects a field, and of what is below it all that needs no more.
func selectionOf(types *ast.Schema, field *ast.FieldDefinition) string {
	definition := types.Types[field.Type.Name()]
	if !definition.IsCompositeType() {
		return field.Name
	}
	below := []string{"__typename"}
	for _, leaf := range definition.Fields {
		if !types.Types[leaf.Type.Name()].IsCompositeType() && !strings.HasPrefix(leaf.Name, "__") {
			below = append(below, leaf.Name)
		}
	}
	return field.Name + " { " + strings.Join(below, " ") + " }"
}
