package resolvers

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// selects reports whether the query selects a field of this name directly below this one.
func selects(ctx context.Context, name string) bool {
	for _, field := range graphql.CollectFieldsCtx(ctx, nil) {
		if field.Name == name {
			return true
		}
	}
	return false
}

// reportsAhead looks ahead from a connection of events and returns how many reports of each
// event, from its first one on, the query asks for at most.
func reportsAhead(ctx context.Context) int {
	operation := graphql.GetOperationContext(ctx)
	most := 0
	for _, field := range graphql.CollectFieldsCtx(ctx, nil) {
		switch field.Name {
		case "nodes":
			most = max(most, firstReports(operation, field.Selections))
		case "edges":
			for _, node := range graphql.CollectFields(operation, field.Selections, nil) {
				most = max(most, firstReports(operation, node.Selections))
			}
		}
	}
	return most
}

func firstReports(operation *graphql.OperationContext, event ast.SelectionSet) int {
	most := 0
	for _, field := range graphql.CollectFields(operation, event, nil) {
		if field.Name == "reports" {
			most = max(most, listSize(field.ArgumentMap(operation.Variables)))
		}
	}
	return most
}

// listSize returns how many nodes a list with these arguments can return. The list's
// resolver refuses a number out of bounds.
func listSize(arguments map[string]any) int {
	for _, name := range []string{"first", "last"} {
		if value := arguments[name]; value != nil {
			return bounded(value, maxFirst)
		}
	}
	return defaultFirst
}
