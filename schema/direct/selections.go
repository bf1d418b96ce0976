package direct

import "github.com/vektah/gqlparser/v2/ast"

// All reports whether a condition holds for each field, in fragments too.
func All(selections ast.SelectionSet, condition func(*ast.Field) bool) bool {
	for _, selection := range selections {
		holds := true
		switch selection := selection.(type) {
		case *ast.Field:
			holds = condition(selection)
		case *ast.InlineFragment:
			holds = All(selection.SelectionSet, condition)
		case *ast.FragmentSpread:
			holds = All(selection.Definition.SelectionSet, condition)
		}
		if !holds {
			return false
		}
	}
	return true
}
