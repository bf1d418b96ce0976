// Package model holds what GraphQL has and package graph does not: Relay's connections,
// the form of scalars in JSON, and arguments that stand for several. Generated code
// binds to it by name; see gqlgen.yml.
package model

import "dateline/graph"

// Connection is a page as Relay's Cursor Connections Specification has it. A page
// converts to one: (*Connection[T])(page).
type Connection[T any] graph.Page[T]

// The connections of the schema.
type (
	EntityConnection  = Connection[graph.Entity]
	ArticleConnection = Connection[*graph.Article]
	ReportConnection  = Connection[*graph.Report]
	MentionConnection = Connection[*graph.Mention]
	EditConnection    = Connection[*graph.Edit]
	SearchConnection  = Connection[graph.Node]
)

// EventConnection is a page of events, and the filter that they match.
type EventConnection struct {
	Connection[*graph.Event]
	Filter graph.EventFilter
}

// Edge is a node of a page with its cursor.
type Edge[T any] struct {
	Node   T
	Cursor string
}

// The edges of the schema.
type (
	EventEdge   = Edge[*graph.Event]
	EntityEdge  = Edge[graph.Entity]
	ArticleEdge = Edge[*graph.Article]
	ReportEdge  = Edge[*graph.Report]
	MentionEdge = Edge[*graph.Mention]
	EditEdge    = Edge[*graph.Edit]
	ReviewEdge  = Edge[*graph.Review]
	SearchEdge  = Edge[graph.Node]
)

// PageInfo is what lies before and after a page. The cursors are nil on an empty page.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

// Edges pairs the nodes with their cursors.
func (c *Connection[T]) Edges() []Edge[T] {
	edges := make([]Edge[T], len(c.Nodes))
	for i, node := range c.Nodes {
		edges[i] = Edge[T]{Node: node, Cursor: c.Cursors[i]}
	}
	return edges
}

// PageInfo returns what lies before and after the page.
func (c *Connection[T]) PageInfo() *PageInfo {
	info := &PageInfo{HasNextPage: c.HasNext, HasPreviousPage: c.HasPrevious}
	if n := len(c.Cursors); n > 0 {
		info.StartCursor, info.EndCursor = &c.Cursors[0], &c.Cursors[n-1]
	}
	return info
}
