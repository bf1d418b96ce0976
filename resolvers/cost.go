package resolvers

import (
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// A query's cost is the number of fields that it can return: those below a list count as
// often as the list can be long. It is known before execution. gqlgen's own complexity
// limit has no notion of a list's length without a function for each field.

// listLengths are the assumed lengths of lists without first (judgement, from the graphs
// of bench/contacts). The lists of a connection count once, since first weighs the
// connection.
var listLengths = map[string]int{
	"Article.entities":        30,
	"Conflict.reports":        2,
	"Event.about":             2,
	"Event.conflicts":         2,
	"Event.merges":            2,
	"Event.related":           2,
	"Event.participants":      3,
	"Merge.reports":           3,
	"Network.links":           2, // for each of Query.network's limit
	"Network.nodes":           1, // likewise
	"PathStep.events":         5,
	"Query.suggestions":       20, // or what first says
	"Query.timeline":          100,
	"UnknownName.suggestions": nearestNames,
	"Report.about":            1,
	"Report.participants":     3,
	"Report.attributedTo":     1,
	"Person.positions":        2,
}

const (
	// otherListLength is the length of lists that the table does not name.
	otherListLength = 5
	// textCost is the cost of an article's whole text, in fields of ordinary size.
	textCost = 20
	// costCeiling keeps products from overflowing.
	costCeiling = 1 << 40
)

// checkCost returns the cost of an operation, or an error if it is more than most.
func checkCost(operation *graphql.OperationContext, most int) (int, *gqlerror.Error) {
	cost := costOf(operation.Operation.SelectionSet, operation.Variables)
	if cost <= most {
		return cost, nil
	}
	return cost, fault(CodeComplexity, "The query can return up to %d fields, counting what its lists can hold; at most %d are allowed.", cost, most)
}

func costOf(selections ast.SelectionSet, variables map[string]any) int {
	cost := 0
	for _, selection := range selections {
		switch selection := selection.(type) {
		case *ast.Field:
			cost += fieldCost(selection, variables)
		case *ast.InlineFragment:
			cost += costOf(selection.SelectionSet, variables)
		case *ast.FragmentSpread:
			cost += costOf(selection.Definition.SelectionSet, variables)
		}
	}
	return min(cost, costCeiling)
}

func fieldCost(field *ast.Field, variables map[string]any) int {
	if field.ObjectDefinition.Name == "Article" && field.Name == "text" {
		return textCost
	}
	return 1 + length(field, variables)*costOf(field.SelectionSet, variables)
}

// length is the number of objects that a field can return.
func length(field *ast.Field, variables map[string]any) int {
	arguments := func() map[string]any { return field.ArgumentMap(variables) }
	name, owner := field.Name, field.ObjectDefinition.Name
	switch {
	case owner == "Query" && name == "network":
		return bounded(arguments()["limit"], maxLimit)
	case owner == "Query" && name == "path":
		return bounded(arguments()["maxHops"], maxSteps)
	case owner == "Query" && name == "nodes":
		ids, _ := arguments()["ids"].([]any)
		return min(max(len(ids), 1), maxNodeIDs)
	case strings.HasSuffix(field.Definition.Type.Name(), "Connection"):
		return listSize(arguments())
	case field.Definition.Type.Elem == nil, strings.HasSuffix(owner, "Connection"), strings.HasPrefix(owner, "__"):
		return 1
	}
	if known, ok := listLengths[owner+"."+name]; ok {
		return known
	}
	return otherListLength
}

// bounded reads a count from 1 to most. The field's resolver refuses one out of bounds.
func bounded(value any, most int) int {
	n, err := graphql.UnmarshalInt(value)
	if err != nil {
		return most
	}
	return min(max(n, 1), most)
}
