package graph

import (
	"slices"
	"strconv"
)

// Report is what one article says about one event, and the words in which it does.
// Reports are never overwritten: those that contradict each other stand side by side.
//
// In a Batch, the IDs of parties are member IDs. As a Store returns it they are entity
// IDs, and the entities themselves, the article and the event are filled.
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
	// AttributedToIDs are those on whose word the article says it; none if it speaks in
	// its own voice.
	AttributedToIDs []string `json:"attributedToIds,omitempty"`
	// Quote is the article's text from Start to End, in code points, End excluded.
	Quote string `json:"quote"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	// Confidence is from 0 to 1.
	Confidence float64 `json:"confidence"`
	// About are the exact words of the article that tell what a contact was about, in the
	// order of its text.
	About []Passage `json:"about,omitempty"`
	// Qualifier is what the words say of the kind of contact: "technical-level".
	Qualifier string `json:"qualifier,omitempty"`
	// Several is set where the words tell of several contacts at once: "numerous calls".
	Several bool `json:"several,omitempty"`
	// DeniesPlan is set where Status is DENIED, and it is a plan that is denied: "no talks
	// are planned". Whether the parties are in contact otherwise is left open.
	DeniesPlan bool `json:"deniesPlan,omitempty"`
	// ByHand is set for a report that a person added.
	ByHand bool `json:"byHand,omitempty"`
	// Stated is what kind of thing it stands in, if something states it; empty means NEWS.
	Stated SourceKind `json:"sourceKind,omitempty"`
	// Page is the page of a document that the quote begins on; 0 for none.
	Page int `json:"page,omitempty"`
	// Claim is set if the words call the event the first or the last of its kind.
	Claim *Claim `json:"claim,omitempty"`
	// Block is where merging looks for reports of the same event. Merging sets it.
	Block string `json:"block,omitempty"`

	// Filled on reading.
	EventID      string   `json:"-"`
	Event        *Event   `json:"-"`
	Article      *Article `json:"-"`
	Place        *Place   `json:"-"`
	AttributedTo []Entity `json:"-"`
}

// Passage is a part of an article's text, from Start to End in code points, End excluded.
type Passage struct {
	ArticleID string `json:"articleId"`
	Text      string `json:"text"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

// Claim says that the parties had no contact between Since and the event, or none after
// it: "his first conversation with Putin since the invasion of February 2022".
type Claim struct {
	// Kind is FIRST or LAST, as the words put it.
	Kind ClaimKind `json:"kind"`
	// Since is when the time without contact begins. It is zero for LAST, where that
	// time reaches from the event to the day of publication.
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
	// OnBehalfOfID is whom an envoy acted for; empty for a party that acts for itself.
	OnBehalfOfID string `json:"onBehalfOfId,omitempty"`

	// Filled on reading.
	Entity     Entity `json:"-"`
	OnBehalfOf Entity `json:"-"`
}

// Role is what a party does in an event.
type Role string

// INITIATOR called, wrote, visited or sent; RECIPIENT was called, written to or visited;
// PARTICIPANT met or held talks, with no direction; MEDIATOR brought others together;
// SPEAKER and AUDIENCE are the roles of statements.
const (
	RoleInitiator   Role = "INITIATOR"
	RoleRecipient   Role = "RECIPIENT"
	RoleParticipant Role = "PARTICIPANT"
	RoleMediator    Role = "MEDIATOR"
	RoleSpeaker     Role = "SPEAKER"
	RoleAudience    Role = "AUDIENCE"
)

var roles = []Role{RoleInitiator, RoleRecipient, RoleParticipant, RoleMediator, RoleSpeaker, RoleAudience}

// Roles lists every role, in the schema's order.
func Roles() []Role { return slices.Clone(roles) }

// ReportID returns the ID of a report: a hash of its article, type and place in the text.
// Key tells apart reports that one quote holds, by their parties for instance.
func ReportID(articleID string, t EventType, start, end int, key string) string {
	return NewID(PrefixReport, articleID, string(t), strconv.Itoa(start), strconv.Itoa(end), key)
}

// NodeID returns the report's ID.
func (r *Report) NodeID() string { return r.ID }

// PageOrNil returns Page, nil for none.
func (r *Report) PageOrNil() *int { return pageOrNil(r.Page) }

// SourceKind returns what kind of thing the report stands in.
func (r *Report) SourceKind() SourceKind {
	if r.ByHand {
		return SourceHand
	}
	return orNews(r.Stated)
}
