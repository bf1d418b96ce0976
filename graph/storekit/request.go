package storekit

import (
	"cmp"
	"fmt"
	"slices"

	"dateline/graph"
)

// The functions below return ErrInvalid for arguments that every store refuses.

// CheckRef refuses a reference that has more than one of an ID, a name and a country, or
// none, and what cannot be the code of a country.
func CheckRef(ref graph.EntityRef) error {
	given := 0
	for _, one := range [...]string{ref.ID, ref.Name, ref.Country} {
		if one != "" {
			given++
		}
	}
	if given != 1 {
		return fmt.Errorf("%w: entity with ID %.80q, name %.80q and country %.80q: give one of them", graph.ErrInvalid, ref.ID, ref.Name, ref.Country)
	}
	if ref.Country != "" {
		return CheckCountry(ref.Country)
	}
	return nil
}

// CheckFilter refuses a negative number of articles, a confidence that is none, and what
// CheckRef refuses of several parties and of the place.
func CheckFilter(f graph.EventFilter) error {
	if !(f.MinConfidence >= 0 && f.MinConfidence <= 1) {
		return fmt.Errorf("%w: confidence %v: it must be from 0 to 1", graph.ErrInvalid, f.MinConfidence)
	}
	refs := slices.Concat(f.AnyOf, f.AllOf)
	if f.Place != nil {
		refs = append(refs, *f.Place)
	}
	for _, ref := range refs {
		if err := CheckRef(ref); err != nil {
			return err
		}
	}
	return notNegative("articles", f.MinArticles)
}

// MatchesNothing reports whether a list of a filter allows no value.
func MatchesNothing(f graph.EventFilter) bool {
	return isEmpty(f.Types) || isEmpty(f.Means) || isEmpty(f.Statuses) || isEmpty(f.SourceKinds) || isEmpty(f.AnyOf)
}

func isEmpty[T any](list []T) bool { return list != nil && len(list) == 0 }

// CheckFacets refuses a facet that there is not, a negative number of values, and what
// CheckFilter refuses.
func CheckFacets(q graph.FacetQuery) error {
	if !slices.Contains(graph.Facets(), q.By) {
		return fmt.Errorf("%w: %.40q is not a facet: want one of %v", graph.ErrInvalid, string(q.By), graph.Facets())
	}
	if err := CheckFilter(q.EventFilter); err != nil {
		return err
	}
	return notNegative("values", q.First)
}

// CheckSuggestions refuses a negative number of suggestions.
func CheckSuggestions(first int) error { return notNegative("suggestions", first) }

// CheckEvents refuses a negative number of reports to fill.
func CheckEvents(q graph.EventQuery) error { return notNegative("reports", q.Reports) }

// CheckReports refuses a query for the reports of both events and articles.
func CheckReports(q graph.ReportQuery) error {
	if len(q.EventIDs) > 0 && len(q.ArticleIDs) > 0 {
		return fmt.Errorf("%w: reports of events and of articles: ask for one of them", graph.ErrInvalid)
	}
	return nil
}

// CheckNetwork refuses a negative number of hops or nodes.
func CheckNetwork(q graph.NetworkQuery) error {
	return cmp.Or(notNegative("hops", q.Hops), notNegative("nodes", q.Limit))
}

// CheckPath refuses a negative number of hops.
func CheckPath(q graph.PathQuery) error { return notNegative("hops", q.MaxHops) }

func notNegative(what string, count int) error {
	if count < 0 {
		return fmt.Errorf("%w: %d %s: the number cannot be negative", graph.ErrInvalid, count, what)
	}
	return nil
}

// Filter formats a filter for an error, with its parties by value. To make one costs
// nothing; only String formats.
type Filter graph.EventFilter

// String implements fmt.Stringer.
func (f Filter) String() string {
	var who, with, place graph.EntityRef
	for _, party := range []struct{ to, from *graph.EntityRef }{{&who, f.Who}, {&with, f.With}, {&place, f.Place}} {
		if party.from != nil {
			*party.to = *party.from
		}
	}
	f.Who, f.With, f.Place = nil, nil, nil
	return fmt.Sprintf("who %+v with %+v place %+v filter %+v", who, with, place, graph.EventFilter(f))
}
