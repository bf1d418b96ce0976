package resolvers

import (
	"github.com/vektah/gqlparser/v2/ast"

	"dateline/schema/direct"
)

// comesFilled reports whether the first call of the store returns everything that the
// operation asks for: pages of events, and below them only what is filled with them.
// Such an operation is written directly (see package schema/direct). A wrong answer
// costs calls of the store, and never changes what the operation returns.
func comesFilled(operation *ast.OperationDefinition) bool {
	return direct.All(operation.SelectionSet, func(field *ast.Field) bool {
		return field.Name == "latestChange" || (field.Name == "contacts" || field.Name == "events") && direct.All(field.SelectionSet, isFilled)
	})
}

// isFilled reports whether a field below a page of events is filled with the page, and
// so is everything that it selects.
func isFilled(field *ast.Field) bool {
	switch field.Name {
	case "contacts", "mentions", "entities", "event", "facets", "unknownNames", "history":
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
	return direct.All(field.SelectionSet, isFilled)
}
