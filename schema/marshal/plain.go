package marshal

import (
	"context"

	"github.com/vektah/gqlparser/v2/ast"
)

// Plain tells whether nothing is resolved below a field: none of what is selected
// has a name that is in resolved. What is below is then read from structs, which
// cannot fail, and needs no context that knows its path.
func Plain(selections ast.SelectionSet, resolved map[string]bool) bool {
	for _, selection := range selections {
		plain := true
		switch selection := selection.(type) {
		case *ast.Field:
			plain = !resolved[selection.Name] && Plain(selection.SelectionSet, resolved)
		case *ast.InlineFragment:
			plain = Plain(selection.SelectionSet, resolved)
		case *ast.FragmentSpread:
			plain = Plain(selection.Definition.SelectionSet, resolved)
		}
		if !plain {
			return false
		}
	}
	return true
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
