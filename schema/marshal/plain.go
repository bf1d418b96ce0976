package marshal

import (
	"context"

	"github.com/vektah/gqlparser/v2/ast"
)

// Plain tells whether nothing is resolved below a field: none of what is selected
// has a name that is in resolved. What is below is then read from structs, which
// cannot fail, and needs no context that knows its path.
func Plain(selections ast.SelectionSet, resolved map[string]bool) bool {
	return All(selections, func(field *ast.Field) bool {
		return !resolved[field.Name] && Plain(field.SelectionSet, resolved)
	})
}

// plainContext is a context below which all is plain.
type plainContext struct{ context.Context }

// InPlain has the elements of lists marshaled with the context of their list.
func InPlain(ctx context.Context) context.Context {
	if _, already := ctx.(plainContext); already {
		return ctx
	}
	return plainContext{ctx}
}
