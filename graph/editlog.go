package graph

import "time"

// EditChange is an entry of the log of edits: an edit was stored, or came into effect or
// out of it. Like the log of changes it is bounded, numbered without a gap in the order of
// commits, and no part of the graph.
type EditChange struct {
	// Sequence numbers the entries from 1.
	Sequence int64
	// Cursor is the place after this entry.
	Cursor string
	// At is when the store wrote it.
	At time.Time
	// Kind is ADDED for an edit that is new, and CHANGED for one whose Withdrawn or Overruled
	// is another.
	Kind ChangeKind
	// Edit is the edit as it is now.
	Edit *Edit
}

// EditChangePage is part of the log of edits. Its fields are those of ChangePage.
type EditChangePage struct {
	Changes []EditChange
	Gap     bool
	End     string
	Last    int64
	HasNext bool
}
