package marshal

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"pgregory.net/rapid"
)

// response is a context that gathers errors, as a query's is.
func response() context.Context {
	return graphql.WithResponseContext(context.Background(), graphql.DefaultErrorPresenter, func(_ context.Context, cause any) error {
		return fmt.Errorf("recovered: %v", cause)
	})
}

func written(m graphql.Marshaler) string {
	var text strings.Builder
	m.MarshalGQL(&text)
	return text.String()
}

// TestListIsTheSameInTurn: a list reads the same whichever way its elements are
// marshaled, and one that panics is null, with an error at its place.
func TestListIsTheSameInTurn(t *testing.T) {
	element := func(ctx context.Context, i int) graphql.Marshaler {
		if i == 2 {
			panic("no element")
		}
		return graphql.MarshalString(graphql.GetPath(ctx).String())
	}
	for name, ctx := range map[string]context.Context{"at once": response(), "in turn": InTurn(response())} {
		t.Run(name, func(t *testing.T) {
			if got, want := written(List(ctx, 4, 0, false, element)), `["[0]","[1]",null,"[3]"]`; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			errs := graphql.GetErrors(ctx)
			if len(errs) != 1 || errs[0].Path.String() != "[2]" {
				t.Errorf("got errors %v, want one at [2]", errs)
			}
		})
	}
}

// TestObjectWritesAnAliasOnce: an interface's field that two fragments select is
// there twice.
func TestObjectWritesAnAliasOnce(t *testing.T) {
	field := func(alias string) graphql.CollectedField {
		return graphql.CollectedField{Field: &ast.Field{Alias: alias}}
	}
	object := Object{
		Fields: []graphql.CollectedField{field("id"), field("name"), field("id")},
		Values: []graphql.Marshaler{graphql.MarshalString("p1"), graphql.Null, graphql.MarshalString("p1")},
	}
	if got, want := written(object), `{"id":"p1","name":null}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := written(Object{}); got != "{}" {
		t.Errorf("an object without fields is written %s", got)
	}
}

// TestStraight: a resolved field counts wherever it is selected.
func TestStraight(t *testing.T) {
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
		if got := Straight(response(), document.Operations[0].SelectionSet, resolved); got != want {
			t.Errorf("%s is written straight: %v", query, got)
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
