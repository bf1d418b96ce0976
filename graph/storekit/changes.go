package storekit

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"dateline/graph"
)

// EventChanges are the events that a transaction has written, each as it was before the
// first write and as it is after the last one; nil for an event that does not exist.
type EventChanges map[string]*eventChange

type eventChange struct{ before, now *graph.Event }

// Note notes a write of an event.
func (c EventChanges) Note(id string, before, now *graph.Event) {
	if known := c[id]; known != nil {
		known.now = now
		return
	}
	c[id] = &eventChange{before, now}
}

// LogEntry is an entry of the log of changes as stores keep it.
type LogEntry struct {
	Kind    graph.ChangeKind
	EventID string
	// Before is what BeforeText wrote.
	Before string
}

// Entries returns the entries of what has changed in the end, in order of IDs.
func (c EventChanges) Entries() ([]LogEntry, error) {
	var entries []LogEntry
	owners := c.owners()
	for _, id := range slices.Sorted(maps.Keys(c)) {
		kind, changed := kindOfChange(c[id].before, c[id].now)
		if !changed {
			continue
		}
		before, err := beforeText(c[id].before, lostReports(c[id], owners))
		if err != nil {
			return nil, err
		}
		entries = append(entries, LogEntry{kind, id, before})
	}
	return entries, nil
}

// owners returns the events of before by their reports.
func (c EventChanges) owners() map[string]*graph.Event {
	owners := make(map[string]*graph.Event)
	for _, change := range c {
		if change.before != nil {
			for _, id := range change.before.ReportIDs {
				owners[id] = change.before
			}
		}
	}
	return owners
}

// lostReports returns the reports that told of what is now an event and do no longer: those
// that were together with one of its own, or were its own. An event can have another ID
// than before: it has that of one of its reports.
func lostReports(change *eventChange, owners map[string]*graph.Event) (lost []string) {
	if change.now == nil {
		return nil
	}
	seen := map[*graph.Event]bool{nil: true}
	leave := func(was *graph.Event) {
		if seen[was] {
			return
		}
		seen[was] = true
		for _, id := range was.ReportIDs {
			if !slices.Contains(change.now.ReportIDs, id) {
				lost = append(lost, id)
			}
		}
	}
	leave(change.before)
	for _, id := range change.now.ReportIDs {
		leave(owners[id])
	}
	slices.Sort(lost)
	return slices.Compact(lost)
}

func kindOfChange(before, now *graph.Event) (kind graph.ChangeKind, changed bool) {
	switch {
	case before == nil && now == nil:
		return "", false
	case before == nil:
		return graph.ChangeAdded, true
	case now == nil:
		return graph.ChangeRemoved, true
	}
	return graph.ChangeChanged, !sameEvent(before, now)
}

// sameEvent compares what is stored of two events, apart from their blocks.
func sameEvent(a, b *graph.Event) bool {
	text := func(e *graph.Event) string {
		clone := CloneEvent(e)
		clone.Block = ""
		data, _ := json.Marshal(clone) // plain values: cannot fail
		return string(data)
	}
	return text(a) == text(b)
}

// before is an event as a log keeps it.
type before struct {
	Type    graph.EventType `json:"t,omitempty"` // none for an event that is new
	Means   graph.Means     `json:"m,omitempty"`
	Status  graph.Status    `json:"s,omitempty"`
	Summary string          `json:"w,omitempty"`
	Time    *graph.TimeSpan `json:"d,omitempty"`
	Parties []string        `json:"p,omitempty"`
	Lost    []string        `json:"l,omitempty"`
}

// WithoutWords returns what BeforeText wrote without the words that articles may have said.
func WithoutWords(text string) (string, error) {
	e, lost, err := eventBefore("", text)
	if err != nil {
		return "", err
	}
	if e != nil {
		e.Summary = ""
		if e.Time != nil {
			e.Time.Text = ""
		}
	}
	return beforeText(e, lost)
}

// RedactEntries deletes the words of articles from entries.
func RedactEntries(entries []LogEntry) error {
	for i := range entries {
		text, err := WithoutWords(entries[i].Before)
		if err != nil {
			return err
		}
		entries[i].Before = text
	}
	return nil
}

// beforeText returns an event, and the reports that it lost, as a log keeps them; "" for
// nil.
func beforeText(e *graph.Event, lost []string) (string, error) {
	switch {
	case e == nil && len(lost) == 0:
		return "", nil
	case e == nil:
		return JSONText(before{Lost: lost}, false)
	}
	return JSONText(before{e.Type, e.Means, e.Status, e.Summary, e.Time, ParticipantTexts(e.Participants), lost}, false)
}

// eventBefore reads what beforeText wrote.
func eventBefore(id, text string) (e *graph.Event, lost []string, err error) {
	if text == "" {
		return nil, nil, nil
	}
	var b before
	if err := json.Unmarshal([]byte(text), &b); err != nil || len(b.Parties)%participationFields != 0 {
		return nil, nil, fmt.Errorf("%w: log entry of event %s: %w", graph.ErrCorrupt, id, err)
	}
	if b.Type == "" {
		return nil, b.Lost, nil
	}
	e = &graph.Event{ID: id, Type: b.Type, Means: b.Means, Status: b.Status, Summary: b.Summary, Time: b.Time}
	for p := range slices.Chunk(b.Parties, participationFields) {
		e.Participants = append(e.Participants, graph.Participation{EntityID: p[0], Role: graph.Role(p[1]), OnBehalfOfID: p[2]})
	}
	return e, b.Lost, nil
}

// The names of the two logs in cursors: of changes of events, and of edits.
const (
	EventLog = "changes"
	EditLog  = "edit changes"
)

// ChangeLog is the extent of a log. ID tells the logs of different stores apart.
type ChangeLog struct {
	ID string
	// Name is EventLog or EditLog.
	Name string
	// Oldest and Newest are the sequence numbers of the entries that are kept; Newest is
	// Oldest-1 if there are none.
	Oldest, Newest int64
}

// Cursor returns the cursor after an entry.
func (l ChangeLog) Cursor(sequence int64) string {
	return graph.Cursor{Order: l.Name, Keys: []string{l.ID, strconv.FormatInt(sequence, 10)}}.Encode()
}

// LogWindow is the part of a log that a query asks for: entries after After, at most Limit
// of them; 0 for all.
type LogWindow struct {
	After int64
	Limit int
	Gap   bool
}

// AtMost returns the limit, or unlimited where there is none.
func (w LogWindow) AtMost(unlimited int) int {
	if w.Limit == 0 {
		return unlimited
	}
	return w.Limit
}

// OpenLog returns the log of a name, which read reads, and the part of it that a query asks
// for. What is wrong with a query is said before anything is read.
func OpenLog(q graph.ChangeQuery, name string, read func(name string) (ChangeLog, error)) (ChangeLog, LogWindow, error) {
	if err := checkChanges(q, name); err != nil {
		return ChangeLog{}, LogWindow{}, err
	}
	log, err := read(name)
	if err != nil {
		return ChangeLog{}, LogWindow{}, err
	}
	window, err := log.window(q)
	return log, window, err
}

func checkChanges(q graph.ChangeQuery, name string) error {
	if q.First < 0 {
		return fmt.Errorf("%w: first %d changes", graph.ErrInvalid, q.First)
	}
	if q.Since == "" {
		return nil
	}
	_, _, err := readChangeCursor(q.Since, name)
	return err
}

func readChangeCursor(text, name string) (log string, sequence int64, err error) {
	c, err := graph.DecodeCursor(text, name, 2)
	if err != nil {
		return "", 0, err
	}
	sequence, err = strconv.ParseInt(c.Keys[1], 10, 64)
	if err != nil || sequence < 0 {
		return "", 0, fmt.Errorf("%w: %.80q for %s", graph.ErrBadCursor, text, name)
	}
	return c.Keys[0], sequence, nil
}

// window returns the part of the log that a query asks for.
func (l ChangeLog) window(q graph.ChangeQuery) (LogWindow, error) {
	w := LogWindow{After: l.Oldest - 1, Limit: q.First}
	if q.Since == "" {
		return w, nil
	}
	log, sequence, err := readChangeCursor(q.Since, l.Name)
	if err != nil {
		return w, err
	}
	if log != l.ID || sequence > l.Newest || sequence < l.Oldest-1 {
		w.Gap = true
		return w, nil
	}
	w.After = sequence
	return w, nil
}

// Page makes a page of the entries after the window's start.
func (l ChangeLog) Page(w LogWindow, changes []graph.Change) *graph.ChangePage {
	end := w.After + int64(len(changes))
	total := max(l.Newest-w.After, int64(len(changes)))
	return &graph.ChangePage{Changes: changes, Gap: w.Gap, End: l.Cursor(end), Last: end, Total: int(total), HasNext: end < l.Newest}
}

// Change returns an entry as a reader sees it.
func (l ChangeLog) Change(sequence int64, entry LogEntry) (graph.Change, error) {
	before, lost, err := eventBefore(entry.EventID, entry.Before)
	return graph.Change{Sequence: sequence, Cursor: l.Cursor(sequence), Kind: entry.Kind, EventID: entry.EventID, Before: before, LostReports: lost}, err
}
