package direct

import (
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"pgregory.net/rapid"
)

func written(m graphql.Marshaler) string {
	var text strings.Builder
	m.MarshalGQL(&text)
	return text.String()
}

// TestNameWritesAnAliasOnce: two fragments can select one field of an interface, which
// is then collected twice.
func TestNameWritesAnAliasOnce(t *testing.T) {
	field := func(alias string) graphql.CollectedField {
		return graphql.CollectedField{Field: &ast.Field{Alias: alias}}
	}
	fields := []graphql.CollectedField{field("id"), field("name"), field("id")}
	got, _ := Write(func(w *Writer) {
		w.Open(nil, nil, nil)
		for i := range fields {
			if w.Name(fields, i) {
				w.Text("")
			}
		}
		w.Close()
	})
	if want := `{"id":null,"name":null}`; written(got) != want {
		t.Errorf("got %s, want %s", written(got), want)
	}
}

// TestPossible: a resolved field counts wherever it is selected, unless the query is
// filled.
func TestPossible(t *testing.T) {
	resolved := map[string]bool{"contacts": true}
	for query, want := range map[string]bool{
		"{ id name }":                                  true,
		"{ article { id publisher } }":                 true,
		"{ contacts { id } }":                          false,
		"{ article { contacts { id } } }":              false,
		"{ ... on Person { id } }":                     true,
		"{ ... on Person { contacts { id } } }":        false,
		"{ ...p } fragment p on Person { id }":         true,
		"{ ...p } fragment p on Person { a contacts }": false,
	} {
		document, err := parser.ParseQuery(&ast.Source{Input: query})
		if err != nil {
			t.Fatal(err)
		}
		for _, selection := range document.Operations[0].SelectionSet {
			if spread, ok := selection.(*ast.FragmentSpread); ok {
				spread.Definition = document.Fragments.ForName(spread.Name)
			}
		}
		selections := document.Operations[0].SelectionSet
		if got := Possible(t.Context(), selections, resolved); got != want {
			t.Errorf("%s can be written directly: %v, want %v", query, got, want)
		}
		if !Possible(Filled(t.Context()), selections, resolved) {
			t.Errorf("%s cannot be written directly, though it is filled", query)
		}
	}
}

// TestWriterWritesAsMarshalersDo: any text, and objects and lists in one another.
func TestWriterWritesAsMarshalersDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		number := rapid.Int().Draw(t, "number")
		got, ok := Write(func(w *Writer) {
			w.OpenList()
			w.Element(0)
			w.String(text)
			w.Element(1)
			w.Value(graphql.MarshalInt(number))
			w.Element(2)
			w.Text("")
			w.CloseList()
		})
		want := graphql.Array{graphql.MarshalString(text), graphql.MarshalInt(number), graphql.Null}
		if !ok || written(got) != written(want) {
			t.Fatalf("wrote %s, %v, want %s", written(got), ok, written(want))
		}
	})
}

// TestWriteGivesUp: what fails or panics is not written.
func TestWriteGivesUp(t *testing.T) {
	for name, write := range map[string]func(w *Writer){
		"failed":        func(w *Writer) { w.Fail(); w.Null() },
		"no value":      func(w *Writer) { w.Value(graphql.Null) },
		"panicked":      func(w *Writer) { panic("no value") },
		"nil marshaler": func(w *Writer) { w.Value(nil) },
	} {
		if got, ok := Write(write); ok {
			t.Errorf("%s: wrote %s", name, written(got))
		}
	}
}
