package graph

// Event is the real-world thing that one or more reports tell of: one for all
// the articles that report it. Its fields add the reports up. Its ID is that of
// its first report by ID (see EventIDOf), and the IDs that its other reports
// stand for keep finding it.
type Event struct {
	ID   string    `json:"id"`
	Type EventType `json:"type"`
	// Means is empty unless Type is CONTACT.
	Means  Means  `json:"means,omitempty"`
	Status Status `json:"status"`
	// Summary is one sentence, made from the fields: who, how, whom, when.
	Summary string `json:"summary"`
	// Time is the narrowest span that the reports agree on; nil where none gives a time.
	Time         *TimeSpan       `json:"time,omitempty"`
	PlaceID      string          `json:"placeId,omitempty"`
	Participants []Participation `json:"participants"`
	// ReportIDs are its reports, in the order of their articles' publication.
	ReportIDs      []string   `json:"reportIds"`
	ArticleCount   int        `json:"articleCount"`
	PublisherCount int        `json:"publisherCount"`
	Conflicts      []Conflict `json:"conflicts,omitempty"`
	// Merges tell why its reports are held to be of one event. There is none for an
	// event of one report.
	Merges []Merge `json:"merges,omitempty"`
	// Related are events that were kept apart from it and may yet be the same, the
	// nearest in time first.
	Related []RelatedEvent `json:"related,omitempty"`
	// Block is where merging put it.
	Block string `json:"block,omitempty"`

	// Filled on reading.
	Place *Place `json:"-"`
	// Reports are the first ones, as many as the query asked to fill.
	Reports *ReportPage `json:"-"`
}

// Conflict is where reports of an event, or of another event, cannot all be true.
type Conflict struct {
	Kind        ConflictKind `json:"kind"`
	Explanation string       `json:"explanation"`
	ReportIDs   []string     `json:"reportIds"`

	// Reports is filled on reading.
	Reports []*Report `json:"-"`
}

// Merge is why reports of several articles are held to tell of one event.
type Merge struct {
	// Explanation is one sentence, made from what the reports were compared by.
	Explanation string `json:"explanation"`
	// ReportIDs are the report that the others were compared with, and then those.
	ReportIDs []string `json:"reportIds"`
}

// RelatedEvent is an event that was kept apart from another, and may yet be the
// same: a contact of two states, and one of their officials.
type RelatedEvent struct {
	// Explanation is one sentence, told from the first event to the related one.
	Explanation string `json:"explanation"`
	// ReportID is a report of the related event, which EventIDOf finds it by.
	ReportID string `json:"reportId"`
}

// NodeID returns the event's ID, as a Node has it.
func (e *Event) NodeID() string { return e.ID }

// NodeID returns the article's ID, as a Node has it.
func (a *Article) NodeID() string { return a.ID }
