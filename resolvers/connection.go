package resolvers

import (
	"context"

	"dateline/graph"
	"dateline/schema/model"
)

// eventConnectionResolver answers what a page of events says of all events that match its
// filter.
type eventConnectionResolver struct {
	store graph.Reader
}

func (r eventConnectionResolver) Facets(ctx context.Context, events *model.EventConnection, by graph.Facet, first *int) ([]*graph.FacetCount, error) {
	n := orDefault(first, defaultFirst)
	if err := checkRange("first", n, maxFirst); err != nil {
		return nil, err
	}
	counts, err := r.store.Facets(ctx, graph.FacetQuery{EventFilter: events.Filter, By: by, First: n})
	return pointersOrEmpty(counts), err
}

func (r eventConnectionResolver) UnknownNames(ctx context.Context, events *model.EventConnection) ([]*graph.UnknownName, error) {
	return graph.UnknownNames(ctx, r.store, events.Filter.Named())
}

// connectEvents returns a page of the events that match a filter as a connection.
func connectEvents(page *graph.EventPage, filter graph.EventFilter) *model.EventConnection {
	return &model.EventConnection{Connection: model.Connection[*graph.Event](*page), Filter: filter}
}
