package resolvers

import (
	"context"

	"dateline/graph"
)

// entityResolver answers what every kind of entity has.
type entityResolver[E graph.Entity] struct{}

func (entityResolver[E]) Contacts(ctx context.Context, entity E, with *graph.EntityRef, means []graph.Means, status []graph.Status, during *graph.EDTF, first *int, after *string) (*graph.EventPage, error) {
	page, err := forward(ctx, first, after)
	if err != nil {
		return nil, err
	}
	filter := graph.EventFilter{Types: contacts, With: with, Means: means, Statuses: status, During: orZero(during)}
	if err := checkFilter(filter); err != nil {
		return nil, err
	}
	query := graph.EventQuery{EventFilter: filter, Order: graph.OrderTimeAscending, PageRequest: page, Reports: reportsAhead(ctx), Without: withoutBelow(ctx)}
	return loadersOf(ctx).contacts.load(ctx, entity.NodeID(), query)
}

func (entityResolver[E]) Mentions(ctx context.Context, entity E, first *int, after *string) (*graph.MentionPage, error) {
	page, err := forward(ctx, first, after)
	if err != nil {
		return nil, err
	}
	return loadersOf(ctx).mentions.load(ctx, entity.NodeID(), page)
}

type positionResolver struct{}

func (positionResolver) Organization(ctx context.Context, position *graph.Position) (*graph.Organization, error) {
	return filledOr(ctx, position.Organization, position.OrganizationID)
}
