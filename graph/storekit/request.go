package storekit

import (
	"cmp"
	"fmt"

	"dateline/graph"
)

// The functions below return ErrInvalid for arguments that every store refuses.

// CheckRef refuses a reference that has both an ID and a name, or neither.
func CheckRef(ref graph.EntityRef) error {
	if (ref.ID == "") == (ref.Name == "") {
		return fmt.Errorf("%w: entity with ID %q and name %q: give one of them", graph.ErrInvalid, ref.ID, ref.Name)
	}
	return nil
}

// CheckFilter refuses a negative number of articles.
func CheckFilter(f graph.EventFilter) error { return notNegative("articles", f.MinArticles) }

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
	var who, with graph.EntityRef
	if f.Who != nil {
		who = *f.Who
	}
	if f.With != nil {
		with = *f.With
	}
	f.Who, f.With = nil, nil
	return fmt.Sprintf("who %+v with %+v filter %+v", who, with, graph.EventFilter(f))
}
