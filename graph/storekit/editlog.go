package storekit

import (
	"maps"
	"slices"

	"dateline/graph"
)

// EditChanges are the edits that a transaction has written, each as it was before the first
// write, nil if it was not stored, and as it is after the last one.
type EditChanges map[string]*editChange

type editChange struct{ before, now *graph.Edit }

// Note notes a write of an edit.
func (c EditChanges) Note(before, now *graph.Edit) {
	if known := c[now.ID]; known != nil {
		known.now = now
		return
	}
	c[now.ID] = &editChange{before, now}
}

// Has reports whether a write of an edit was noted.
func (c EditChanges) Has(id string) bool { return c[id] != nil }

// EditEntry is an entry of the log of edits as stores keep it.
type EditEntry struct {
	Kind   graph.ChangeKind
	EditID string
}

// Entries returns the entries of what has changed in the end, in the order of the edits.
func (c EditChanges) Entries() []EditEntry {
	var entries []EditEntry
	changed := slices.SortedFunc(maps.Values(c), func(a, b *editChange) int { return graph.CompareEdits(a.now, b.now) })
	for _, e := range changed {
		switch {
		case e.before == nil:
			entries = append(entries, EditEntry{graph.ChangeAdded, e.now.ID})
		case e.before.Withdrawn != e.now.Withdrawn || e.before.Overruled != e.now.Overruled:
			entries = append(entries, EditEntry{graph.ChangeChanged, e.now.ID})
		}
	}
	return entries
}

// EditPage makes a page of the log of edits of the entries after the window's start.
func (l ChangeLog) EditPage(w LogWindow, changes []graph.EditChange) *graph.EditChangePage {
	end := w.After + int64(len(changes))
	return &graph.EditChangePage{Changes: changes, Gap: w.Gap, End: l.Cursor(end), Last: end, HasNext: end < l.Newest}
}
