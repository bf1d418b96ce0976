package graph

import "slices"

// Event is the real-world thing that one or more reports are about, however many
// articles report it. Its fields sum the reports up. Its ID comes from the smallest
// of their IDs (see EventIDOf), and the IDs that its other reports stand for keep
// finding it.
type Event struct {
	ID   string    `json:"id"`
	Type EventType `json:"type"`
	// Means is empty unless Type is CONTACT.
	Means  Means  `json:"means,omitempty"`
	Status Status `json:"status"`
	// Summary is one sentence, made from the fields: who, how, whom, when.
	Summary string `json:"summary"`
	// Time is the narrowest span that the reports agree on. If none has a time, what took
	// place has the day by which it did, with BoundOnly; nil where not even that is known.
	Time         *TimeSpan       `json:"time,omitempty"`
	PlaceID      string          `json:"placeId,omitempty"`
	Participants []Participation `json:"participants"`
	// About are the words of its reports that tell what it was about, each once: those that
	// most reports have first.
	About []Passage `json:"about,omitempty"`
	// Qualifier is the kind of contact in the words of most reports: "technical-level".
	Qualifier string `json:"qualifier,omitempty"`
	// Several is set for several contacts that are told at once: "numerous calls".
	Several bool `json:"several,omitempty"`
	// DeniesPlan is set where Status is DENIED, and nothing is denied but a plan.
	DeniesPlan bool `json:"deniesPlan,omitempty"`
	// ReportIDs are its reports, in the order of their articles' publication.
	ReportIDs []string `json:"reportIds"`
	// ArticleCount is how many articles the reports are from, and PublisherCount how many
	// different publishers those articles have.
	ArticleCount   int        `json:"articleCount"`
	PublisherCount int        `json:"publisherCount"`
	Conflicts      []Conflict `json:"conflicts,omitempty"`
	// Merges say why its reports are taken for one event. An event of one report has
	// none.
	Merges []Merge `json:"merges,omitempty"`
	// Related are events that were kept apart from it and may be the same, the nearest
	// in time first.
	Related []RelatedEvent `json:"related,omitempty"`
	// Block is where merging put it.
	Block string `json:"block,omitempty"`

	// Filled on reading.
	Place *Place `json:"-"`
	// Reports are the first ones, as many as the query asked for.
	Reports *ReportPage `json:"-"`
}

// EventType is what kind of thing an event is. To add one, see "an event type" in
// docs/adding.md.
type EventType string

// CONTACT: two or more named parties communicate, or are said to have done so, to be
// about to, to refuse to, or to want to. STATEMENT: someone says something to the public.
const (
	EventContact   EventType = "CONTACT"
	EventStatement EventType = "STATEMENT"
)

var eventTypes = []EventType{EventContact, EventStatement}

// EventTypes lists every event type, in the schema's order.
func EventTypes() []EventType { return slices.Clone(eventTypes) }

// Conflict says that reports of an event, or of another event, cannot all be true.
type Conflict struct {
	Kind        ConflictKind `json:"kind"`
	Explanation string       `json:"explanation"`
	ReportIDs   []string     `json:"reportIds"`

	// Reports is filled on reading.
	Reports []*Report `json:"-"`
}

// ConflictKind is what reports contradict each other about.
type ConflictKind string

// TIME: they put one event at times that do not overlap. OCCURRENCE: one says that it
// happened, another that it did not. PLACE: they put it in different places.
// FIRST_OR_LAST: one calls a contact the first since some time, or the last, and another
// reports one in between.
const (
	ConflictTime        ConflictKind = "TIME"
	ConflictOccurrence  ConflictKind = "OCCURRENCE"
	ConflictPlace       ConflictKind = "PLACE"
	ConflictFirstOrLast ConflictKind = "FIRST_OR_LAST"
)

var conflictKinds = []ConflictKind{ConflictTime, ConflictOccurrence, ConflictPlace, ConflictFirstOrLast}

// ConflictKinds lists the kinds of conflict, in the schema's order.
func ConflictKinds() []ConflictKind { return slices.Clone(conflictKinds) }

// Merge says why reports of several articles are taken for one event.
type Merge struct {
	// Explanation is one sentence, made from what the comparison found.
	Explanation string `json:"explanation"`
	// ReportIDs are the report that the others were compared with, then the others.
	ReportIDs []string `json:"reportIds"`
}

// RelatedEvent is an event that was kept apart from another and may be the same, such as
// a contact between two states and one between their officials.
type RelatedEvent struct {
	// Explanation is one sentence, from the point of view of the event that has it.
	Explanation string `json:"explanation"`
	// ReportID is a report of the related event; EventIDOf makes an ID of it that finds
	// the event.
	ReportID string `json:"reportId"`
}

// NodeID returns the event's ID.
func (e *Event) NodeID() string { return e.ID }
