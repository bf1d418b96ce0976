package graph

// Edge is a node of a page with its cursor.
type Edge[T any] struct {
	Node   T
	Cursor string
}

// PageInfo tells what lies before and after a page. The cursors are nil on an
// empty page.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

// Edges pairs nodes and cursors, as a Relay connection has them.
func (p *Page[T]) Edges() []Edge[T] {
	edges := make([]Edge[T], len(p.Nodes))
	for i, node := range p.Nodes {
		edges[i] = Edge[T]{Node: node, Cursor: p.Cursors[i]}
	}
	return edges
}

// PageInfo returns the page's own, as a Relay connection has it.
func (p *Page[T]) PageInfo() PageInfo {
	info := PageInfo{HasNextPage: p.HasNext, HasPreviousPage: p.HasPrevious}
	if n := len(p.Cursors); n > 0 {
		info.StartCursor, info.EndCursor = &p.Cursors[0], &p.Cursors[n-1]
	}
	return info
}

// The edges of the pages that a Store gives.
type (
	EventEdge   = Edge[*Event]
	EntityEdge  = Edge[Entity]
	ArticleEdge = Edge[*Article]
	ReportEdge  = Edge[*Report]
	MentionEdge = Edge[*Mention]
	SearchEdge  = Edge[Node]
)
