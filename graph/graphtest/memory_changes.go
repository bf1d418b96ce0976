package graphtest

import (
	"context"
	"fmt"
	"slices"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"
)

// memoryLogID tells the log of a Memory from others.
const memoryLogID = "memory"

// loggedChange is an entry of the log with the time when it was written.
type loggedChange struct {
	storekit.LogEntry
	at time.Time
}

// Changes returns part of the log.
func (m changeReader) Changes(ctx context.Context, q graph.ChangeQuery) (*graph.ChangePage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	log, window, err := storekit.OpenLog(q, storekit.EventLog, func(string) (storekit.ChangeLog, error) { return s.changeLog(), nil })
	if err != nil {
		return nil, fmt.Errorf("memory: changes: %w", err)
	}
	var changes []graph.Change
	for sequence := window.After + 1; sequence <= log.Newest; sequence++ {
		if window.Limit > 0 && len(changes) == window.Limit {
			break
		}
		logged := s.log[sequence-log.Oldest]
		change, err := log.Change(sequence, logged.LogEntry)
		if err != nil {
			return nil, fmt.Errorf("memory: changes: %w", err)
		}
		change.At = logged.at
		changes = append(changes, change)
	}
	return log.Page(window, changes), nil
}

// ChangesOf returns the entries about some events.
func (m changeReader) ChangesOf(ctx context.Context, eventIDs []string) ([]graph.Change, error) {
	page, err := m.Changes(ctx, graph.ChangeQuery{})
	if err != nil {
		return nil, err
	}
	return keep(page.Changes, func(c graph.Change) bool { return slices.Contains(eventIDs, c.EventID) }), nil
}

// LatestChange returns the cursor after the newest entry.
func (m changeReader) LatestChange(ctx context.Context) (string, error) {
	s, err := m.read(ctx)
	if err != nil {
		return "", err
	}
	log := s.changeLog()
	return log.Cursor(log.Newest), nil
}

func (s *state) changeLog() storekit.ChangeLog {
	return storekit.ChangeLog{ID: memoryLogID, Name: storekit.EventLog, Oldest: s.oldest, Newest: s.oldest + int64(len(s.log)) - 1}
}

// logChanges appends what differs from an earlier state to the log, and deletes the words
// of articles from the log if it is to be redacted.
func (s *state) logChanges(earlier *state, redact bool) error {
	changes := storekit.EventChanges{}
	for id, e := range earlier.events {
		changes.Note(id, e, s.events[id])
	}
	for id, e := range s.events {
		changes.Note(id, earlier.events[id], e)
	}
	entries, err := changes.Entries()
	if err != nil {
		return err
	}
	for _, entry := range entries {
		s.log = append(s.log, loggedChange{entry, time.Now().UTC()})
	}
	if redact {
		s.log = slices.Clone(s.log)
		for i := range s.log {
			if s.log[i].Before, err = storekit.WithoutWords(s.log[i].Before); err != nil {
				return err
			}
		}
	}
	if surplus := len(s.log) - graph.ChangesKept; surplus > 0 {
		s.log, s.oldest = s.log[surplus:], s.oldest+int64(surplus)
	}
	return nil
}
