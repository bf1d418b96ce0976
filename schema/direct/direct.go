// Package direct writes the answer to a query straight to JSON, where everything that
// the query asks for is at hand. The functions that walk the objects are generated
// into package exec; see schema/generate.
package direct

import (
	"bytes"
	"context"
	"io"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

type filledKey struct{}

// Filled marks a query whose whole answer comes with the first call of the store: its
// resolvers wait for nothing, so they are called while the answer is written.
func Filled(ctx context.Context) context.Context {
	return context.WithValue(ctx, filledKey{}, true)
}

// Possible reports whether what a field selects can be written directly: the query is
// marked as Filled, or no field that it selects has a name in resolved.
func Possible(ctx context.Context, selections ast.SelectionSet, resolved map[string]bool) bool {
	if filled, _ := ctx.Value(filledKey{}).(bool); filled {
		return true
	}
	return plain(selections, resolved)
}

func plain(selections ast.SelectionSet, resolved map[string]bool) bool {
	return All(selections, func(field *ast.Field) bool {
		return !resolved[field.Name] && plain(field.SelectionSet, resolved)
	})
}

// Write returns what write writes, and whether it could. If it fails or panics, the
// field has to be left to gqlgen, which knows the path of every field and reports what
// is wrong there.
func Write(write func(w *Writer)) (written graphql.Marshaler, ok bool) {
	defer func() {
		if recover() != nil {
			written, ok = nil, false
		}
	}()
	w := writers.Get().(*Writer)
	write(w)
	written, ok = text(bytes.Clone(w.buffer)), !w.failed
	w.release()
	return written, ok
}

// text is JSON.
type text []byte

func (t text) MarshalGQL(w io.Writer) { _, _ = w.Write(t) } // to a buffer, which cannot fail
