package storekit

import (
	"fmt"

	"dateline/graph"
)

// CheckRef returns ErrInvalid unless a reference has either an ID or a name.
func CheckRef(ref graph.EntityRef) error {
	if (ref.ID == "") == (ref.Name == "") {
		return fmt.Errorf("%w: entity with ID %q and name %q: want one of them", graph.ErrInvalid, ref.ID, ref.Name)
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
