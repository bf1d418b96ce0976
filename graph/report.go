package graph

import "strconv"

// Report is what one article says of one event, with the words it says it in.
// Reports are never overwritten: those that contradict each other stand side by
// side.
//
// In a Batch, the IDs of parties are member IDs. As read back from a Store they
// are entity IDs, and the entities themselves, the article and the event are
// filled.
type Report struct {
	ID        string    `json:"id"`
	ArticleID string    `json:"articleId"`
	Type      EventType `json:"type"`
	// Means is empty unless Type is CONTACT.
	Means        Means           `json:"means,omitempty"`
	Status       Status          `json:"status"`
	Participants []Participation `json:"participants"`
	Time         *TimeSpan       `json:"time,omitempty"`
	PlaceID      string          `json:"placeId,omitempty"`
	// AttributedToIDs is on whose word the article says it; empty where it speaks
	// in its own voice.
	AttributedToIDs []string `json:"attributedToIds,omitempty"`
	// Quote is the article's text from Start to End, in code points, end excluded.
	Quote string `json:"quote"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	// Confidence is from 0 to 1.
	Confidence float64 `json:"confidence"`
	// Claim is set where the words call the event the first or the last of its kind.
	Claim *Claim `json:"claim,omitempty"`
	// Block is where merging looks for reports of the same event. Set by merging.
	Block string `json:"block,omitempty"`

	// Filled on reading.
	EventID      string   `json:"-"`
	Event        *Event   `json:"-"`
	Article      *Article `json:"-"`
	Place        *Place   `json:"-"`
	AttributedTo []Entity `json:"-"`
}

// Claim says that the parties were not in contact between Since and the event:
// "his first conversation with Putin since the invasion of February 2022".
type Claim struct {
	// Kind is FIRST or LAST, as the words put it.
	Kind ClaimKind `json:"kind"`
	// Since is where the time without contact begins, for FIRST; for LAST, the zero
	// EDTF: nothing follows the event until the day of publication.
	Since EDTF `json:"since,omitzero"`
	// Text is the claim's own words, for explanations.
	Text string `json:"text"`
}

// ClaimKind is FIRST or LAST.
type ClaimKind string

// FIRST: no contact between Since and the event. LAST: none after the event.
const (
	ClaimFirst ClaimKind = "FIRST"
	ClaimLast  ClaimKind = "LAST"
)

// Participation is one party's part in an event.
type Participation struct {
	// EntityID is a member ID in a Batch, an entity ID elsewhere.
	EntityID string `json:"entityId"`
	Role     Role   `json:"role"`
	// OnBehalfOfID is whom an envoy acted for; empty for those who act for themselves.
	OnBehalfOfID string `json:"onBehalfOfId,omitempty"`

	// Filled on reading.
	Entity     Entity `json:"-"`
	OnBehalfOf Entity `json:"-"`
}

// ReportID returns the ID of a report: its article, its type, its words and who is
// in it. Key tells apart reports that one quote holds.
func ReportID(articleID string, t EventType, start, end int, key string) string {
	return NewID(PrefixReport, articleID, string(t), strconv.Itoa(start), strconv.Itoa(end), key)
}

// NodeID returns the report's ID, as a Node has it.
func (r *Report) NodeID() string { return r.ID }
