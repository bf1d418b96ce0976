package graphtest

import (
	"context"
	"fmt"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"
)

// loggedEdit is an entry of the log of edits with the time when it was written.
type loggedEdit struct {
	storekit.EditEntry
	at time.Time
}

func (s *state) editChangeLog() storekit.ChangeLog {
	return storekit.ChangeLog{ID: memoryLogID, Name: storekit.EditLog, Oldest: s.oldestEdit, Newest: s.oldestEdit + int64(len(s.editLog)) - 1}
}

// EditChanges returns part of the log of edits.
func (m editReader) EditChanges(ctx context.Context, q graph.ChangeQuery) (*graph.EditChangePage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	log, window, err := storekit.OpenLog(q, storekit.EditLog, func(string) (storekit.ChangeLog, error) { return s.editChangeLog(), nil })
	if err != nil {
		return nil, fmt.Errorf("memory: edit changes: %w", err)
	}
	var changes []graph.EditChange
	for sequence := window.After + 1; sequence <= log.Newest; sequence++ {
		if window.Limit > 0 && len(changes) == window.Limit {
			break
		}
		entry := s.editLog[sequence-log.Oldest]
		changes = append(changes, graph.EditChange{Sequence: sequence, Cursor: log.Cursor(sequence), At: entry.at, Kind: entry.Kind, Edit: s.edit(s.edits[entry.EditID])})
	}
	return log.EditPage(window, changes), nil
}

// LatestEditChange returns the cursor after the newest entry.
func (m editReader) LatestEditChange(ctx context.Context) (string, error) {
	s, err := m.read(ctx)
	if err != nil {
		return "", err
	}
	log := s.editChangeLog()
	return log.Cursor(log.Newest), nil
}

// logEdits appends what differs from an earlier state to the log of edits.
func (s *state) logEdits(earlier *state) {
	changes := storekit.EditChanges{}
	for id, e := range s.edits {
		changes.Note(earlier.edits[id], e)
	}
	for _, entry := range changes.Entries() {
		s.editLog = append(s.editLog, loggedEdit{entry, time.Now().UTC()})
	}
	if surplus := len(s.editLog) - graph.ChangesKept; surplus > 0 {
		s.editLog, s.oldestEdit = s.editLog[surplus:], s.oldestEdit+int64(surplus)
	}
}
