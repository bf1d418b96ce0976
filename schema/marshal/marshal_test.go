package marshal

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
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

// TestListInPlain: where nothing below is resolved, a list reads the same, and one
// that panics still is null there alone.
func TestListInPlain(t *testing.T) {
	ctx := response()
	list := List(InPlain(ctx), 3, 0, false, func(ctx context.Context, i int) graphql.Marshaler {
		if i == 1 {
			panic("no element")
		}
		return List(InPlain(ctx), i, 0, false, func(context.Context, int) graphql.Marshaler { return graphql.MarshalString("a") })
	})
	if got, want := written(list), `[[],null,["a","a"]]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if errs := graphql.GetErrors(ctx); len(errs) != 1 {
		t.Errorf("got errors %v, want one", errs)
	}
}

// TestPlain: a resolved field counts wherever it is selected.
func TestPlain(t *testing.T) {
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
		if got := Plain(document.Operations[0].SelectionSet, resolved); got != want {
			t.Errorf("%s is plain: %v", query, got)
		}
	}
}
