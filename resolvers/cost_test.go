package resolvers

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
)

// TestListLengthsNameFields: every length is that of a field, so that one that is renamed
// is not forgotten, and every list of objects has a length of its own.
func TestListLengthsNameFields(t *testing.T) {
	weighed := map[string]bool{}
	for _, definition := range definition().Types {
		if definition.Kind != ast.Object || strings.HasSuffix(definition.Name, "Connection") {
			continue
		}
		for _, field := range definition.Fields {
			path := definition.Name + "." + field.Name
			if _, known := listLengths[path]; known {
				weighed[path] = true
			} else if field.Type.Elem != nil && !isLeaf(field.Type) && !ownLength[path] && !strings.HasPrefix(field.Name, "__") {
				t.Errorf("%s is a list without a length", path)
			}
		}
	}
	for path := range listLengths {
		if !weighed[path] {
			t.Errorf("%s is not a field", path)
		}
	}
}

// ownLength are the lists whose length their arguments give.
var ownLength = map[string]bool{"Query.nodes": true, "Query.path": true, "Query.suggestions": true, "Query.timeline": true}

func isLeaf(of *ast.Type) bool {
	kind := definition().Types[of.Name()].Kind
	return kind == ast.Scalar || kind == ast.Enum
}

func TestCost(t *testing.T) {
	for query, want := range map[string]int{
		`{ __typename }`:                                           1,
		`{ contacts { totalCount } }`:                              1 + countCost + 20*1,
		`{ contacts(first: 5) { nodes { id summary } } }`:          1 + 5*(1+2),
		`{ contacts(last: 7) { edges { cursor node { id } } } }`:   1 + 7*(1+1+1+1),
		`{ contacts(first: 1000000) { nodes { id } } }`:            1 + 100*2,
		`query ($n: Int) { contacts(first: $n) { nodes { id } } }`: 1 + 3*2,
		`{ contacts(first: 2) { nodes { ...f } } } fragment f on Event { reports(first: 4) { nodes { id } } }`: 1 + 2*(1+1+4*2),
		`{ contacts(first: 2) { nodes { participants { role } } } }`:                                           1 + 2*(1+1+3),
		`{ contacts(first: 1, text: "a", knownBy: "2026-02-10") { nodes { id } } }`:                            1 + wordsCost + scanCost + 2,
		`{ contacts(first: 1) { facets(by: PARTY, first: 7) { value } nodes { id } } }`:                        1 + facetCost + (1 + 7) + 2,
		`{ timeline(by: DAY) { count } }`:                                                                      1 + timelineCost + 2_000,
		`{ timeline(by: YEAR) { count } }`:                                                                     1 + timelineCost + 20,
		`{ entities(first: 2) { nodes { contacts(first: 3) { totalCount } } } }`:                               1 + 2*(1+1+countOfOneCost+3),
		`{ nodes(ids: ["a", "b"]) { id ... on Article { text } } }`:                                            1 + 2*(1+textCost),
		`{ network(center: {name: "a"}, limit: 10) { nodes { id } links { count } } }`:                         1 + networkCost + 10*(1+1+1+5),
		`{ path(from: {name: "a"}, to: {name: "b"}, maxHops: 2) { events { id } } }`:                           1 + pathCost + 2*(1+5),
	} {
		document, err := parser.ParseQuery(&ast.Source{Input: query})
		if err != nil {
			t.Fatal(err)
		}
		if errs := validator.ValidateWithRules(definition(), document, nil); errs != nil {
			t.Fatalf("%s: %v", query, errs)
		}
		if got := costOf(document.Operations[0].SelectionSet, map[string]any{"n": 3}); got != want {
			t.Errorf("%s costs %d, want %d", query, got, want)
		}
	}
}
