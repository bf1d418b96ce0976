package graph

import (
	"context"
	"slices"
	"time"
)

// ChangeReader reads the log of changes.
//
// A transaction that adds, changes or removes events appends an entry for each of them to
// the store's log, in order of their IDs, and commits the log with the graph. An event
// changes when one of its own fields does, apart from Block. Sequence numbers have no gap
// and are in the order of commits, whoever commits. The log says how the graph came to be;
// it is not part of the graph, and neither Walk nor Digest knows of it. It is bounded: see
// ChangesKept.
type ChangeReader interface {
	// Changes returns entries of the log, oldest first. It returns ErrBadCursor for a
	// Since that is no cursor of a log, and ErrInvalid for a negative First.
	Changes(ctx context.Context, q ChangeQuery) (*ChangePage, error)
	// ChangesOf returns the entries about any of the events, oldest first.
	ChangesOf(ctx context.Context, eventIDs []string) ([]Change, error)
	// LatestChange returns the cursor after the newest entry.
	LatestChange(ctx context.Context) (string, error)
}

// ChangesKept is the least number of entries that a log keeps. Older ones are deleted.
const ChangesKept = 100_000

// Change is one entry of a log.
type Change struct {
	// Sequence numbers the entries of a log from 1.
	Sequence int64
	// Cursor is the place after this entry.
	Cursor string
	// At is when the store wrote it.
	At   time.Time
	Kind ChangeKind
	// EventID is the event. If it was removed, Nodes finds what became of it.
	EventID string
	// Before is the event as it was, nil if it is new: ID, Type, Means, Status, Summary,
	// Time and Participants, with nothing filled.
	Before *Event
	// LostReports are the IDs of reports that told of the event before, or of what it was
	// then, and do no longer, since one was rejected, say, or tells of another event now.
	LostReports []string
}

// ChangeKind is what became of an event.
type ChangeKind string

// ADDED: it is new. CHANGED: one of its fields is different. REMOVED: it was merged into
// another, or nothing reports it any longer.
const (
	ChangeAdded   ChangeKind = "ADDED"
	ChangeChanged ChangeKind = "CHANGED"
	ChangeRemoved ChangeKind = "REMOVED"
)

var changeKinds = []ChangeKind{ChangeAdded, ChangeChanged, ChangeRemoved}

// ChangeKinds lists the kinds of change, in the schema's order.
func ChangeKinds() []ChangeKind { return slices.Clone(changeKinds) }

// ChangeQuery asks for part of a log.
type ChangeQuery struct {
	// Since is a cursor; empty for the oldest entry that is kept.
	Since string
	// First is the largest number of entries; 0 for all.
	First int
}

// ChangePage is part of a log.
type ChangePage struct {
	Changes []Change
	// Gap is true if entries after Since are missing: they are no longer kept, or Since is
	// a cursor of another log, such as that of a store that was made anew. Changes then
	// begin with the oldest entry that is kept.
	Gap bool
	// End is the cursor after the last of Changes, or where the log ends if there are none.
	End string
	// Last is the sequence number at End.
	Last int64
	// Total is the number of entries after Since, on all pages.
	Total int
	// HasNext reports whether the log goes on after End.
	HasNext bool
}
