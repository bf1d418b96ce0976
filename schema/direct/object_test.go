package direct

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"
)

// TestObjectIsWrittenAsAFieldSet: also if an alias is there several times.
func TestObjectIsWrittenAsAFieldSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		aliases := rapid.SliceOfN(rapid.SampledFrom([]string{"id", "name", "time"}), 0, 5).Draw(t, "aliases")
		var object Object
		for i, alias := range aliases {
			object.Fields = append(object.Fields, graphql.CollectedField{Field: &ast.Field{Alias: alias}})
			object.Values = append(object.Values, graphql.MarshalInt(i))
		}
		set := graphql.NewFieldSet(object.Fields)
		copy(set.Values, object.Values)
		if got, want := written(object), written(set); got != want {
			t.Fatalf("wrote %s, want %s", got, want)
		}
	})
}
