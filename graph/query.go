package graph

// EntityRef is one party of a question: by ID, or by any name or alias, compared
// as Fold has them. A name means all that bear it. One of the two is set.
type EntityRef struct {
	ID   string
	Name string
}

// PageRequest asks for a part of an ordered list: the First after a cursor, or
// the Last before one. Limits are up to the caller; 0 for both means none. First
// goes with After and Last with Before: any other two of the four, and a
// negative count, give ErrInvalid.
type PageRequest struct {
	First  int
	After  string
	Last   int
	Before string
	// Total asks for the count of the whole list too.
	Total bool
}

// Page is a part of an ordered list, in the order of the list even where it is
// the Last of it. HasNext reports whether the list goes on after it, HasPrevious
// whether it does before it.
type Page[T any] struct {
	Nodes []T
	// Cursors go with Nodes, one each. Each stays valid while articles are loaded.
	Cursors     []string
	HasNext     bool
	HasPrevious bool
	// Total is the count of the whole list, where the request asked for it; else 0.
	Total int
}

// The pages that a Store gives.
type (
	EventPage   = Page[*Event]
	EntityPage  = Page[Entity]
	ArticlePage = Page[*Article]
	ReportPage  = Page[*Report]
	MentionPage = Page[*Mention]
	// SearchPage holds entities, events and articles.
	SearchPage = Page[Node]
)

// EventFilter narrows events down; a zero field does not. KnownBy, Publisher and
// Text need not be met by one and the same report.
type EventFilter struct {
	Types []EventType
	// Who and With took part, in person or through an envoy, or as one acting for
	// another. With alone is the same as Who alone. Together they are two different
	// parties, each with a participation of its own: an envoy and the one that it
	// acts for are not with each other.
	Who, With *EntityRef
	Means     []Means
	// Statuses are those of the events.
	Statuses []Status
	// During: the event's time overlaps it. Events without a time are left out.
	During EDTF
	// KnownBy: at least one report is in an article published up to this day.
	// Articles without a day are left out.
	KnownBy Date
	// Publisher: at least one report is by it, compared as Fold has it.
	Publisher string
	// MinArticles: so many articles report it.
	MinArticles int
	// Text: all these words stand in the quote of one report, in any order, as
	// full-text search has them: words are what Fold parts by spaces, whole ones.
	// Text without a word, such as "%", matches nothing.
	Text string
}

// EventQuery asks for a page of events. The orders of time go by the first day
// and then the last, both the same way; REPORTS_DESC by the number of reports;
// all then by ID, smallest first. An empty Order is TIME_ASC.
type EventQuery struct {
	EventFilter
	Order EventOrder
	PageRequest
	// Reports is how many first reports of each event to fill, with their articles;
	// 0 leaves Event.Reports nil. Their cursors are those of Reader.Reports.
	Reports int
	// Without is what the caller will not look at.
	Without Without
}

// Without tells a store what it need not read to fill a page of events, and may
// leave empty. The zero Without has all of it filled. An event's own parties and
// place always come, entities with their IDs, names and kinds.
type Without struct {
	// Conflicts: Conflicts, Merges and Related of the events.
	Conflicts bool `json:",omitempty"`
	// ReportParties: Participants, AttributedTo and Place of the reports, and their IDs.
	ReportParties bool `json:",omitempty"`
	// ReportDetails: Type, Means, Time, Confidence, Claim and Block of the reports.
	ReportDetails bool `json:",omitempty"`
	// ArticleDetails: ExternalID, Byline, PublishedFrom, Language and LoadedAt of the
	// reports' articles.
	ArticleDetails bool `json:",omitempty"`
	// EntityDetails: of entities, all but ID and Name.
	EntityDetails bool `json:",omitempty"`
}

// WithoutDetails leaves out all that can be left out.
func WithoutDetails() Without {
	return Without{Conflicts: true, ReportParties: true, ReportDetails: true, ArticleDetails: true, EntityDetails: true}
}

// ReportQuery asks for a page of the reports of each of several events, or of
// each of several articles; one of the two is set. Reports of an event come in
// the order of Event.ReportIDs, which is that of publication, those of articles
// without a day last, then of IDs; those of an article in the order of its text
// (start, then end, then ID). With both set it gives ErrInvalid.
type ReportQuery struct {
	EventIDs   []string
	ArticleIDs []string
	// Type narrows them down; empty for all.
	Type EventType
	PageRequest
}

// EntityQuery asks for a page of entities, by folded name and then by ID. Name
// narrows it to those that have all its words in their name, or all in one of
// their aliases, the last word as a beginning; empty for all. A Name without a
// word matches nothing.
type EntityQuery struct {
	Name string
	PageRequest
}

// ArticleQuery asks for a page of articles: the latest first, those without a
// day last, then by ID. Publisher is compared as Fold has it. Published leaves
// out articles without a day.
type ArticleQuery struct {
	Publisher string
	Published EDTF
	PageRequest
}

// NetworkQuery asks who was in contact with whom around one party, as far as
// Hops steps away; Limit is the most nodes to give, the center among them, and 0
// means all. With 0 Hops there is the center alone; negative numbers give
// ErrInvalid.
type NetworkQuery struct {
	Center EntityRef
	Hops   int
	During EDTF
	Limit  int
}

// Network is parties and their links. Of contacts, only those asserted, confirmed
// or disputed make links: between each two parties that Who and With of an
// EventFilter would find it by.
type Network struct {
	Center Entity
	// Nodes are the center, then the parties by the number of steps from it, then
	// by how often they were in contact with those one step nearer (the sum of the
	// links' counts), then by ID.
	Nodes []Entity
	// Links are all between two of the nodes, by the IDs of Source and Target.
	Links []Link
	// Truncated is true where Limit left some out.
	Truncated bool
}

// Link is two parties' contacts, added up. Source has the smaller ID.
type Link struct {
	Source, Target Entity
	// Count is that of the events.
	Count int
	// Earliest is the earliest start that is known and Latest the latest end; zero
	// where none is. Open ends do not count.
	Earliest, Latest Date
	// Means are in the order of MeansKinds.
	Means []Means
}

// PathQuery asks for the shortest chain of contacts between two parties, over the
// links that a Network has.
type PathQuery struct {
	From, To EntityRef
	MaxHops  int
	During   EDTF
}

// PathStep is one link of a chain, with the events that make it, in TIME_ASC
// order and filled.
type PathStep struct {
	From, To Entity
	Events   []*Event
}

// TimelineBucket counts the events whose time begins in a period, as
// TimeUnit.Bucket gives it. An event whose span is longer than the unit counts
// where it begins.
type TimelineBucket struct {
	Period EDTF
	Count  int
}

// Earliest is the first day of the period.
func (b TimelineBucket) Earliest() Date { return b.Period.Earliest() }

// Latest is the last day of the period.
func (b TimelineBucket) Latest() Date { return b.Period.Latest() }
