package resolvers

import (
	"github.com/vektah/gqlparser/v2/ast"

	"dateline/schema/marshal"
)

// comesFilled reports whether the store's first answer holds all that the query
// asks for: pages of events, and nothing below that is not filled with them. Such
// a query waits for nothing in its lists (see package schema/marshal). Where it errs,
// a query costs more calls of the store, and gives the same answer.
func comesFilled(operation *ast.OperationDefinition) bool {
	return marshal.All(operation.SelectionSet, func(field *ast.Field) bool {
		return (field.Name == "contacts" || field.Name == "events") && marshal.All(field.SelectionSet, isFilled)
	})
}

// isFilled reports whether a field below a page of events is filled with it, and all
// that is selected of it.
func isFilled(field *ast.Field) bool {
	switch field.Name {
	case "contacts", "mentions", "entities", "event":
		return false
	case "text":
		if field.ObjectDefinition != nil && field.ObjectDefinition.Name == "Article" {
			return false
		}
	case "reports":
		ofEvent := field.ObjectDefinition != nil && field.ObjectDefinition.Name == "Event"
		if !ofEvent || field.Arguments.ForName("after") != nil {
			return false
		}
	}
	return marshal.All(field.SelectionSet, isFilled)
}
