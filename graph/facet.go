package graph

import "slices"

// Facet is what of an event to count events by.
type Facet string

// MEANS and STATUS are those of the event; PUBLISHER is everyone who reports it; YEAR the
// one in which it begins; PARTY everyone who took part, in person, through an envoy or as
// an envoy; COUNTRY the countries of its parties; PLACE where it happened.
const (
	FacetMeans     Facet = "MEANS"
	FacetStatus    Facet = "STATUS"
	FacetPublisher Facet = "PUBLISHER"
	FacetYear      Facet = "YEAR"
	FacetCountry   Facet = "COUNTRY"
	FacetParty     Facet = "PARTY"
	FacetPlace     Facet = "PLACE"
)

var facets = []Facet{FacetMeans, FacetStatus, FacetPublisher, FacetYear, FacetCountry, FacetParty, FacetPlace}

// Facets lists every facet, in the schema's order.
func Facets() []Facet { return slices.Clone(facets) }

// FacetCount is how many events have a value. An event counts once for each value that it
// has, and for none where it has none.
type FacetCount struct {
	// Value is as a filter takes it: a means, a status, a year in EDTF, a country, or the
	// ID of a party or place. A publisher is its smallest spelling among the articles that
	// were counted.
	Value string
	// Count is a number of events, at least 1.
	Count int
	// Entity is the party or place, and nil for other facets.
	Entity Entity
}

// FacetQuery asks for the counts of a facet: of the events that match the filter, the
// First values with most events, then in the order of values; 0 for all.
type FacetQuery struct {
	EventFilter
	By    Facet
	First int
}

// Suggestion is an entity that may be meant by a name.
type Suggestion struct {
	Entity Entity
	// Matched is the name, alias or role that comes nearest.
	Matched string
	// Distance is 0 for a name that is the same when folded, and grows with the letters
	// and words that differ.
	Distance float64
}
