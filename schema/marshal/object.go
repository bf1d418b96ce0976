package marshal

import (
	"io"

	"github.com/99designs/gqlgen/graphql"
)

// Object is a graphql.FieldSet all of whose fields are resolved.
type Object struct {
	Fields []graphql.CollectedField
	Values []graphql.Marshaler
}

// MarshalGQL writes each field under its alias.
func (o Object) MarshalGQL(w io.Writer) {
	write(w, "{")
	for i := range o.Fields {
		if repeated(o.Fields, i) {
			continue
		}
		if i > 0 {
			write(w, ",")
		}
		write(w, `"`)
		write(w, o.Fields[i].Alias) // a GraphQL name has nothing to escape
		write(w, `":`)
		o.Values[i].MarshalGQL(w)
	}
	write(w, "}")
}

// repeated reports whether a field is there before under its alias: one that several
// fragments select, each on another type, is there several times, and written once.
func repeated(fields []graphql.CollectedField, i int) bool {
	for j := range i {
		if fields[j].Alias == fields[i].Alias {
			return true
		}
	}
	return false
}

// write writes to a buffer, which cannot fail.
func write(w io.Writer, text string) { _, _ = io.WriteString(w, text) }
