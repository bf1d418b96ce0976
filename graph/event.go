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

// NodeID gives the event's ID, as a Node has it.
func (e *Event) NodeID() string { return e.ID }

// NodeID gives the article's ID, as a Node has it.
func (a *Article) NodeID() string { return a.ID }
