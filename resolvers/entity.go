package resolvers

import (
	"context"

	"dateline/graph"
	"dateline/schema/model"
)

// entityResolver answers the fields that every kind of entity has.
type entityResolver[E graph.Entity] struct{}

// Contacts ignores its list of statuses, which the filter has as well: the schema promised
// the argument here with the type Status, where Query.contacts has EventStatus.
func (entityResolver[E]) Contacts(ctx context.Context, entity E, filter graph.EventFilter, _ []graph.Status, page model.Page) (*model.EventConnection, error) {
	filter.Types = contacts
	query, err := eventQuery(ctx, filter, graph.OrderTimeAscending, page)
	if err != nil {
		return nil, err
	}
	events, err := loadersOf(ctx).contacts.load(ctx, entity.NodeID(), query)
	if err != nil {
		return nil, err
	}
	filter.Who = &graph.EntityRef{ID: entity.NodeID()}
	return connectEvents(events, filter), nil
}

// Mentions returns where articles mention the entity.
func (entityResolver[E]) Mentions(ctx context.Context, entity E, page model.Page) (*model.MentionConnection, error) {
	request, err := pageRequest(ctx, page)
	if err != nil {
		return nil, err
	}
	return connect(loadersOf(ctx).mentions.load(ctx, entity.NodeID(), request))
}

type positionResolver struct{}

func (positionResolver) Organization(ctx context.Context, position *graph.Position) (*graph.Organization, error) {
	return filledOr(ctx, position.Organization, position.OrganizationID)
}
