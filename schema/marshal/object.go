package marshal

import (
	"io"
	"slices"

	"github.com/99designs/gqlgen/graphql"
)

// Object is a graphql.FieldSet all of whose fields are resolved.
type Object struct {
	Fields []graphql.CollectedField
	Values []graphql.Marshaler
}

// MarshalGQL writes each field under its alias. One that several fragments
// select, each on another type, is there several times, and written once.
func (o Object) MarshalGQL(w io.Writer) {
	write(w, "{")
	for i := range o.Fields {
		alias := o.Fields[i].Alias
		if slices.ContainsFunc(o.Fields[:i], func(f graphql.CollectedField) bool { return f.Alias == alias }) {
			continue
		}
		if i > 0 {
			write(w, ",")
		}
		write(w, `"`)
		write(w, alias) // a GraphQL name has nothing to escape
		write(w, `":`)
		o.Values[i].MarshalGQL(w)
	}
	write(w, "}")
}

// write writes to a buffer, which cannot fail.
func write(w io.Writer, text string) { _, _ = io.WriteString(w, text) }
