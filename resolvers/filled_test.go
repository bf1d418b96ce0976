package resolvers

import (
	"testing"

	"github.com/vektah/gqlparser/v2"
)

// TestComesFilled: only operations that the first call of the store answers whole are
// written directly.
func TestComesFilled(t *testing.T) {
	for query, want := range map[string]bool{
		`{ contacts { nodes { summary participants { entity { id name } } reports(first: 3) { nodes { quote article { title } } } } } }`: true,
		`{ events { edges { node { id conflicts { reports { quote } } } } } }`:                                                           false,
		`{ contacts { nodes { merges { explanation } related { explanation } } } }`:                                                      true,
		`{ contacts { nodes { merges { reports { id } } } } }`:                                                                           false,
		`{ contacts { nodes { related { event { summary } } } } }`:                                                                       false,
		`{ a: contacts { nodes { id } } b: events { totalCount } }`:                                                                      true,
		`{ contacts { nodes { ...e } } } fragment e on Event { reports { nodes { id } } }`:                                               true,
		`{ contacts { nodes { ...e } } } fragment e on Event { reports(first: 2, after: "x") { nodes { id } } }`:                         false,
		`{ contacts { nodes { participants { entity { contacts { nodes { id } } } } } } }`:                                               false,
		`{ contacts { nodes { participants { entity { ... on Person { mentions { nodes { text } } } } } } } }`:                           false,
		`{ contacts { nodes { reports { nodes { event { id } } } } } }`:                                                                  false,
		`{ contacts { nodes { reports { nodes { article { entities { id } } } } } } }`:                                                   false,
		`{ contacts { nodes { reports { nodes { article { reports { nodes { id } } } } } } } }`:                                          false,
		`{ contacts { nodes { time { text } reports { nodes { article { text } } } } } }`:                                                false,
		`{ contacts { nodes { time { text } reports { nodes { article { title } } } } } }`:                                               true,
		`{ entities { nodes { name } } }`:                                                                                                false,
		`{ contacts { nodes { id } } entities { nodes { name } } }`:                                                                      false,
	} {
		document, errs := gqlparser.LoadQueryWithRules(definition(), query, nil)
		if errs != nil {
			t.Fatalf("%s: %v", query, errs)
		}
		if got := comesFilled(document.Operations[0]); got != want {
			t.Errorf("comesFilled is %t for %s", got, query)
		}
	}
}
