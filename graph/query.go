package graph

// EntityRef is one party of a question: by ID, or by any name or alias, compared
// as Fold has them. A name means all that bear it. One of the two is set.
type EntityRef struct {
	ID   string
	Name string
}

// PageRequest asks for a part of an ordered list: the First after a cursor, or
// the Last before one. Limits are up to the caller; 0 for both means none.
type PageRequest struct {
	First  int
	After  string
	Last   int
	Before string
	// Total asks for the count of the whole list too.
	Total bool
}

// Page is a part of an ordered list.
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

// EventFilter narrows events down; a zero field does not.
type EventFilter struct {
	Types []EventType
	// Who and With took part, in person or through an envoy, or as one acting for
	// another. With alone is the same as Who alone.
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
	// full-text search has them.
	Text string
}

// EventQuery asks for a page of events.
type EventQuery struct {
	EventFilter
	Order EventOrder
	PageRequest
	// Reports is how many first reports of each event to fill, with their articles.
	Reports int
}

// ReportQuery asks for a page of the reports of each of several events, or of
// each of several articles; one of the two is set. Reports of an event come in
// the order of Event.ReportIDs, those of an article in the order of its text.
type ReportQuery struct {
	EventIDs   []string
	ArticleIDs []string
	// Type narrows them down; empty for all.
	Type EventType
	PageRequest
}

// EntityQuery asks for a page of entities, by name and then by ID. Name narrows
// it to those that have all its words in their name or an alias, the last word
// as a beginning; empty for all.
type EntityQuery struct {
	Name string
	PageRequest
}

// ArticleQuery asks for a page of articles: the latest first, those without a
// day last.
type ArticleQuery struct {
	Publisher string
	Published EDTF
	PageRequest
}

// NetworkQuery asks who was in contact with whom around one party, as far as
// Hops steps away; Limit is the most nodes to give.
type NetworkQuery struct {
	Center EntityRef
	Hops   int
	During EDTF
	Limit  int
}

// Network is parties and their links. Of an event, only those asserted, confirmed
// or disputed make links.
type Network struct {
	Center Entity
	Nodes  []Entity
	Links  []Link
	// Truncated is true where Limit left some out.
	Truncated bool
}

// Link is two parties' contacts, added up.
type Link struct {
	Source, Target Entity
	Count          int
	// Earliest and Latest are zero where no contact has a time.
	Earliest, Latest Date
	Means            []Means
}

// PathQuery asks for the shortest chain of contacts between two parties.
type PathQuery struct {
	From, To EntityRef
	MaxHops  int
	During   EDTF
}

// PathStep is one link of a chain, with the events that make it.
type PathStep struct {
	From, To Entity
	Events   []*Event
}

// TimelineBucket counts the events whose time begins in a period. An event whose
// span is longer than the unit counts where it begins.
type TimelineBucket struct {
	Period EDTF
	Count  int
}

// Earliest is the first day of the period.
func (b TimelineBucket) Earliest() Date { return b.Period.Earliest() }

// Latest is the last day of the period.
func (b TimelineBucket) Latest() Date { return b.Period.Latest() }
