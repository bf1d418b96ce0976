package direct

import (
	"io"

	"github.com/99designs/gqlgen/graphql"
)

// Object is an object whose fields gqlgen has resolved and marshaled, by index.
type Object struct {
	Fields []graphql.CollectedField
	Values []graphql.Marshaler
}

// MarshalGQL writes each field under its alias, once.
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

func write(w io.Writer, text string) { _, _ = io.WriteString(w, text) } // to a buffer, which cannot fail
