package resolvers

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"dateline/graph"
	"dateline/schema/direct"
)

// withoutBelow looks ahead from a connection of events and returns what the query does not
// ask for. A field counts as asked for at any depth, whatever its directives say.
func withoutBelow(ctx context.Context) graph.Without {
	w := graph.WithoutDetails()
	var look func(field *ast.Field) bool
	look = func(field *ast.Field) bool {
		if field.ObjectDefinition != nil {
			need(&w, field.ObjectDefinition.Name, field.Name)
		}
		return direct.All(field.SelectionSet, look)
	}
	direct.All(graphql.GetFieldContext(ctx).Field.SelectionSet, look)
	return w
}

// need keeps what a field of a type is answered from. A field that is not named here is a
// detail of its type.
func need(w *graph.Without, noun, field string) {
	switch noun {
	case "Event":
		switch field {
		case "conflicts", "merges", "related":
			w.Conflicts = false
		case "about", "qualifier", "several", "deniesPlan":
			w.EventDetails = false
		}
	case "Report":
		switch field {
		case "__typename", "id", "article", "event", "status", "quote", "start", "end":
		case "participants", "place":
			w.ReportParties = false
		case "attributedTo", "confidence", "sourceKind":
			w.ReportSources = false
		default:
			w.ReportDetails = false
		}
	case "Article":
		switch field {
		case "__typename", "id", "url", "title", "publisher", "published", "text", "reports", "mentions", "entities":
		default:
			w.ArticleDetails = false
		}
	case "Entity", "Person", "Organization", "Place":
		switch field {
		case "__typename", "id", "name", "contacts", "mentions":
		default:
			w.EntityDetails = false
		}
	}
}
