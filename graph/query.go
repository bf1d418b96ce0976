package graph

import (
	"fmt"
	"slices"
)

// EntityRef is one party of a question: by ID; by a name or alias, which is compared in
// the form that Fold returns, and means every entity that has it; or by a country, which
// means every entity that is or belongs to it. One of the three is set.
type EntityRef struct {
	ID   string
	Name string
	// Country is the code that Profile.Country has, in capitals.
	Country string
}

// PageRequest asks for part of an ordered list: the First nodes after a cursor, or the
// Last before one. The store imposes no limit; 0 for both returns everything. First goes
// with After and Last with Before: any other two of the four, and a negative count, are
// ErrInvalid.
type PageRequest struct {
	First  int
	After  string
	Last   int
	Before string
	// Total asks for the length of the whole list as well.
	Total bool
}

// EventFilter says which events count; a zero field excludes none. A list that is empty
// but not nil allows no value, and so matches nothing; AllOf then asks for nothing.
// KnownBy, Publisher, MinConfidence, SourceKinds and Text may be met by different reports
// of one event.
type EventFilter struct {
	Types []EventType
	// Who and With took part, in person or through an envoy, or as an envoy. With alone
	// is the same as Who alone. Together they are two different parties, each with a
	// participation of its own: an envoy and the party that it acts for are not with
	// each other.
	Who, With *EntityRef
	// AnyOf: at least one of these took part, in one of these ways. AllOf: each of them
	// did.
	AnyOf, AllOf []EntityRef
	// Place: it happened at a place that this means.
	Place *EntityRef
	Means []Means
	// Statuses are those of the events.
	Statuses []Status
	// During: the event's time overlaps it. Events without a time are left out.
	During EDTF
	// KnownBy: at least one report is in an article published up to this day. Articles
	// without a day do not count.
	KnownBy Date
	// Publisher: at least one report is in an article by it: its name, compared as Fold
	// returns it, or the host of the article's URL, as Host returns it. A Publisher
	// without a word, such as "*", matches nothing.
	Publisher string
	// MinArticles: at least this many articles report it.
	MinArticles int
	// MinConfidence: at least one report has this confidence, from 0 to 1.
	MinConfidence float64
	// SourceKinds: at least one report stands in a source of these kinds.
	SourceKinds []SourceKind
	// Text: the quote of one report has all these words, in any order. Words are whole,
	// and what Fold separates by spaces. Text without a word, such as "%", matches nothing.
	Text string
	// About: what the event was about has all these words, as Text has them.
	About string
}

// EventQuery asks for a page of events. An empty Order is TIME_ASC.
type EventQuery struct {
	EventFilter
	Order EventOrder
	PageRequest
	// Reports is how many reports of each event to fill, from its first one on, with their
	// articles; 0 leaves Event.Reports nil. Their cursors are those of Reader.Reports.
	Reports int
	// Without is what the caller will not look at.
	Without Without
	// Once says that the page belongs to a list that is read to its end, once, so that a
	// store need not remember what is in it.
	Once bool
}

// EventOrder is the order of a page of events.
type EventOrder string

// The orders of time go by the first day of the event's time and then the last, both the
// same way; where the start is open, by the last day alone. Events without a time come last
// in both. REPORTS_DESC goes by the number of
// reports. Ties are broken by ID, smallest first.
const (
	OrderTimeAscending     EventOrder = "TIME_ASC"
	OrderTimeDescending    EventOrder = "TIME_DESC"
	OrderReportsDescending EventOrder = "REPORTS_DESC"
)

var eventOrders = []EventOrder{OrderTimeAscending, OrderTimeDescending, OrderReportsDescending}

// EventOrders lists the orders, in the schema's order.
func EventOrders() []EventOrder { return slices.Clone(eventOrders) }

// Without names the parts of a page of events that a store may leave empty, so that it
// need not read the records that hold them. The zero Without has everything filled. What
// it does not name always comes: an event's own fields, its parties and its place, and
// entities with their IDs, names and kinds.
type Without struct {
	// Conflicts: Conflicts, Merges and Related of the events.
	Conflicts bool `json:",omitempty"`
	// EventDetails: About, Qualifier, Several and DeniesPlan of the events.
	EventDetails bool `json:",omitempty"`
	// ReportParties: Participants and Place of the reports, and their IDs.
	ReportParties bool `json:",omitempty"`
	// ReportSources: AttributedTo of the reports, with their IDs, Confidence, Stated and
	// ByHand: on whose word a report stands, and how surely.
	ReportSources bool `json:",omitempty"`
	// ReportDetails: Type, Means, Time, About, Qualifier, Several, DeniesPlan, Claim, Page
	// and Block of the reports.
	ReportDetails bool `json:",omitempty"`
	// ArticleDetails: ExternalID, Byline, PublishedFrom, Language, Source and LoadedAt of the
	// reports' articles.
	ArticleDetails bool `json:",omitempty"`
	// EntityDetails: everything of an entity but its ID, Name and kind.
	EntityDetails bool `json:",omitempty"`
}

// WithoutDetails leaves out everything that can be left out.
func WithoutDetails() Without {
	return Without{
		Conflicts: true, EventDetails: true, ReportParties: true, ReportSources: true, ReportDetails: true,
		ArticleDetails: true, EntityDetails: true,
	}
}

// ReportQuery asks for a page of the reports of each of several events, or of each of
// several articles; one of the two is set, and both are ErrInvalid. Reports of an event
// come in the order of Event.ReportIDs: by publication, those of articles without a day
// last, then by ID. Reports of an article come in the order of its text (start, then end,
// then ID).
type ReportQuery struct {
	EventIDs   []string
	ArticleIDs []string
	// Type keeps the reports of one type; empty for all.
	Type EventType
	PageRequest
}

// EntityQuery asks for a page of entities, by folded name and then by ID.
type EntityQuery struct {
	// Name keeps the entities that have all its words in their name, or all in one of
	// their aliases, the last word as the beginning of one; empty for all. A Name without
	// a word matches nothing.
	Name string
	// Named keeps the entities that some article names, and leaves out those that it only
	// describes; false for all.
	Named bool
	PageRequest
}

// ArticleQuery asks for a page of articles: the latest first, those without a day last,
// then by ID.
type ArticleQuery struct {
	// Publisher is a name or a host, as in EventFilter; empty for all.
	Publisher string
	// Published keeps the articles that were published within it, and leaves out those
	// without a day; zero for all.
	Published EDTF
	PageRequest
}

// EditQuery asks for a page of edits.
type EditQuery struct {
	// Subject keeps the edits that name this: an article, or one of its members or
	// reports; any member of an entity; any report of an event; a report; or an edit.
	// Empty for all.
	Subject string
	// Names keeps, where there is no Subject, the edits that name any of these members,
	// reports, articles and edits themselves; nil for all.
	Names []string
	// Author keeps the edits of one author; empty for all.
	Author string
	// Kinds keeps the edits of these kinds; none for all.
	Kinds []EditKind
	PageRequest
}

// NetworkQuery asks who was in contact with whom around one party.
type NetworkQuery struct {
	Center EntityRef
	// Hops is how many steps to go from the center; with 0 the center comes alone.
	// Negative is ErrInvalid.
	Hops int
	// During keeps the contacts whose time overlaps it; zero for all.
	During EDTF
	// Limit is the largest number of nodes, including the center; 0 for all. Negative is
	// ErrInvalid.
	Limit int
}

// PathQuery asks for the shortest chain of contacts between two parties, over the links
// that a Network has.
type PathQuery struct {
	From, To EntityRef
	// MaxHops is the most steps that a chain may have; 0 finds only a party itself.
	// Negative is ErrInvalid.
	MaxHops int
	// During keeps the contacts whose time overlaps it; zero for all.
	During EDTF
}

// TimeUnit is the width of a bucket of the timeline.
type TimeUnit string

// Weeks run from Monday to Sunday, as in ISO 8601.
const (
	UnitDay   TimeUnit = "DAY"
	UnitWeek  TimeUnit = "WEEK"
	UnitMonth TimeUnit = "MONTH"
	UnitYear  TimeUnit = "YEAR"
)

var timeUnits = []TimeUnit{UnitDay, UnitWeek, UnitMonth, UnitYear}

// TimeUnits lists the units, shortest first.
func TimeUnits() []TimeUnit { return slices.Clone(timeUnits) }

// Bucket returns the day, week, month or year of the timeline that a day is in. It
// returns ErrInvalid for a unit that is not one of TimeUnits.
func (u TimeUnit) Bucket(day Date) (EDTF, error) {
	switch u {
	case UnitDay:
		return EDTFDay(day), nil
	case UnitWeek:
		return EDTFWeek(day), nil
	case UnitMonth:
		return EDTFMonth(day.Year, day.Month), nil
	case UnitYear:
		return EDTFYear(day.Year), nil
	}
	return EDTF{}, fmt.Errorf("%w: %q is not a unit of time: want one of %v", ErrInvalid, string(u), timeUnits)
}
