package model

import (
	"time"

	"dateline/graph"
)

// Change is an entry of the log of changes, with the event as it is now.
type Change struct {
	graph.Change
	// Event is nil if the ID stands for nothing any longer.
	Event *graph.Event
	// Article or Edit brought it about; both are nil except in a history.
	Article *graph.Article
	Edit    *graph.Edit
}

// ChangeConnection is a page of the log.
type ChangeConnection struct {
	Nodes []*Change
	// End is the cursor after the page, also if that is empty.
	End     string
	HasNext bool
	Total   int
	Gap     bool
}

// ChangeEdge is a change with its cursor.
type ChangeEdge struct {
	Node   *Change
	Cursor string
}

// Edges pairs the changes with their cursors.
func (c *ChangeConnection) Edges() []ChangeEdge {
	edges := make([]ChangeEdge, len(c.Nodes))
	for i, node := range c.Nodes {
		edges[i] = ChangeEdge{node, node.Cursor}
	}
	return edges
}

// PageInfo returns what lies after the page.
func (c *ChangeConnection) PageInfo() *PageInfo {
	info := &PageInfo{HasNextPage: c.HasNext, EndCursor: &c.End}
	if len(c.Nodes) > 0 {
		info.StartCursor = &c.Nodes[0].Cursor
	}
	return info
}

// ContactChangeKind is what a subscriber to contacts is told of.
type ContactChangeKind string

// ContactChange is what a subscriber to contacts is told.
type ContactChange struct {
	Kind    ContactChangeKind
	Cursor  string
	At      *time.Time
	EventID *string
	Event   *graph.Event
	Before  *graph.Event
}

// EditChangeKind is what a subscriber to edits is told of.
type EditChangeKind string

// EditChange is what a subscriber to edits is told.
type EditChange struct {
	Kind   EditChangeKind
	Cursor string
	At     *time.Time
	Edit   *graph.Edit
}
