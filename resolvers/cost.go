package resolvers

import (
	"strings"

	"dateline/graph"
	"dateline/schema/direct"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// A query's cost is the number of fields that it can return, and what the store has to read
// for them: those below a list count as often as the list can be long. It is known before
// execution. gqlgen's own complexity limit has no notion of a list's length without a
// function for each field.

// What a store reads beyond what it returns, in fields of ordinary size: a thousand stand
// for about a millisecond of processor time, as bench/questions measures it with 40,000
// events.
const (
	// countCost is that of a total of a root field, and countOfOneCost of one of a party.
	countCost, countOfOneCost = 3_000, 100
	// scanCost is that of an argument for which events are searched rather than found in
	// order, and wordsCost of one that is searched for in all quotes or topics.
	scanCost, wordsCost = 3_000, 20_000
	// facetCost is that of counting events by what they have, timelineCost of counting
	// them by time, and searchCost of full text in everything. A page with each facet, a
	// total and filters has to be allowed.
	facetCost, timelineCost, searchCost = 8_000, 10_000, 10_000
	// suggestCost is that of comparing a name with all words of all names.
	suggestCost = 10_000
	// networkCost is that of the links around one party, and pathCost of a path between two.
	networkCost, pathCost = 20_000, 10_000
	// explainCost is that of clustering the blocks of two records again, and historyCost that
	// of all that is known of one event.
	explainCost, historyCost = 20_000, 1_000
)

// scans are the arguments for which events, entities or articles are searched, and what
// each costs.
var scans = map[string]int{
	"knownBy": scanCost, "publisher": scanCost, "minArticles": scanCost, "minConfidence": scanCost, "place": scanCost, "anyOf": scanCost, "allOf": scanCost, "name": scanCost,
	"text": wordsCost, "about": wordsCost,
}

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
	"Explanation.parts":       20,
	"Explanation.comparisons": 20,
	"Explanation.edits":       2,
	"Comparison.reasons":      3,
	"Review.parts":            4,
	"Review.comparisons":      3,
	"Event.participants":      3,
	"LoadOutcome.warnings":    1,
	"LoadPayload.outcomes":    maxArticles,
	"LoadProgress.outcomes":   maxArticles,
	"Merge.reports":           3,
	"Network.links":           5, // for each of Query.network's limit
	"Network.nodes":           1, // likewise
	"PathStep.events":         5,
	"PastEvent.participants":  3,
	// As many as the schema has of each, on average.
	"__Directive.args": 2, "__Field.args": 1, "__Schema.directives": 8, "__Schema.types": 90,
	"__Type.enumValues": 2, "__Type.fields": 6, "__Type.inputFields": 1, "__Type.interfaces": 1, "__Type.possibleTypes": 1,
	"ClusterChange.after":     2,
	"ClusterChange.before":    2,
	"Correction.participants": 2,
	"DecidePayload.changes":   10,
	"DecidePayload.edits":     10,
	"Edit.positions":          1,
	"Edit.subjects":           2,
	"EditPayload.changes":     2,
	"UnknownName.suggestions": graph.NearestNames,
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
	return 1 + readCost(field, variables) + length(field, variables)*costOf(field.SelectionSet, variables)
}

// readCost is what a field makes the store read.
func readCost(field *ast.Field, variables map[string]any) int {
	owner := field.ObjectDefinition.Name
	switch owner + "." + field.Name {
	case "Query.network":
		return networkCost
	case "Query.path":
		return pathCost
	case "Query.search":
		return searchCost
	case "Query.suggestions":
		return suggestCost
	case "Query.why", "Query.how":
		return explainCost
	case "Event.history":
		return historyCost
	case "Query.timeline":
		return timelineCost + scansOf(field, variables)
	}
	if !isConnection(field) {
		return 0
	}
	cost := scansOf(field, variables)
	for _, selected := range fieldsBelow(field.SelectionSet) {
		switch selected.Name {
		case "totalCount":
			cost += totalCost(field)
		case "facets":
			cost += facetCost
		case "unknownNames":
			cost += suggestCost
		}
	}
	return cost
}

// totalCost is that of the length of a list. An event has that of its reports, and so has
// an article.
func totalCost(field *ast.Field) int {
	switch {
	case field.ObjectDefinition.Name == "Query":
		return countCost
	case field.Name == "reports":
		return 0
	}
	return countOfOneCost
}

func isConnection(field *ast.Field) bool {
	return strings.HasSuffix(field.Definition.Type.Name(), "Connection")
}

// scansOf is the cost of a field's arguments. For two parties of whom one is a whole
// country, the events of each are searched for those of the other.
func scansOf(field *ast.Field, variables map[string]any) int {
	given := field.ArgumentMap(variables)
	cost := 0
	if given["who"] != nil && given["with"] != nil {
		cost += scanCost
	}
	for name, scan := range scans {
		if given[name] != nil {
			cost += scan
		}
	}
	return cost
}

// fieldsBelow are the fields of a selection, with those of fragments.
func fieldsBelow(selections ast.SelectionSet) []*ast.Field {
	var fields []*ast.Field
	direct.All(selections, func(field *ast.Field) bool {
		fields = append(fields, field)
		return true
	})
	return fields
}

// length is the number of objects that a field can return. The lists of a connection count
// once, since first weighs the connection.
func length(field *ast.Field, variables map[string]any) int {
	name, owner := field.Name, field.ObjectDefinition.Name
	given := field.ArgumentMap(variables)
	switch owner + "." + name {
	case "Query.network":
		return bounded(given["limit"], maxLimit)
	case "Query.path":
		return bounded(given["maxHops"], maxSteps)
	case "Query.nodes":
		ids, _ := given["ids"].([]any)
		return min(max(len(ids), 1), maxNodeIDs)
	case "Query.timeline":
		return bucketsOf(given["by"])
	case "EventConnection.facets", "Query.suggestions":
		return listSize(given)
	}
	switch {
	case isConnection(field):
		return listSize(given)
	case field.Definition.Type.Elem == nil, strings.HasSuffix(owner, "Connection") && name != "unknownNames":
		return 1
	}
	if known, ok := listLengths[owner+"."+name]; ok {
		return known
	}
	return otherListLength
}

// buckets are how many periods of each length a timeline can have: events are of some
// years.
var buckets = map[string]int{string(graph.UnitDay): 2_000, string(graph.UnitWeek): 500, string(graph.UnitMonth): 120, string(graph.UnitYear): 20}

func bucketsOf(unit any) int {
	text, _ := unit.(string)
	return max(buckets[text], buckets[string(graph.UnitYear)])
}

// bounded reads a count from 1 to most. The field's resolver refuses one out of bounds.
func bounded(value any, most int) int {
	n, err := graphql.UnmarshalInt(value)
	if err != nil {
		return most
	}
	return min(max(n, 1), most)
}
