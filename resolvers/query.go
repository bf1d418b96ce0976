package resolvers

import (
	"context"
	"errors"
	"fmt"

	"dateline/graph"
	"dateline/live"
	"dateline/schema/model"
)

// Bounds of the root fields' own arguments.
const (
	maxHops    = 3
	maxLimit   = 500
	maxSteps   = 10
	maxNodeIDs = 100
)

var contacts = []graph.EventType{graph.EventContact}

type queryResolver struct {
	store     graph.Reader
	jobs      *live.Jobs
	explainer graph.Explainer
}

func (r queryResolver) Contacts(ctx context.Context, filter graph.EventFilter, orderBy *graph.EventOrder, page model.Page) (*model.EventConnection, error) {
	filter.Types = contacts
	return r.Events(ctx, filter, orderBy, page)
}

func (r queryResolver) Events(ctx context.Context, filter graph.EventFilter, orderBy *graph.EventOrder, page model.Page) (*model.EventConnection, error) {
	query, err := eventQuery(ctx, filter, orZero(orderBy), page)
	if err != nil {
		return nil, err
	}
	events, err := r.store.Events(ctx, query)
	if err != nil {
		return nil, err
	}
	connection := connectEvents(events, filter)
	if len(events.Nodes) == 0 {
		err = noticeUnknown(ctx, r.store, filter.Named())
	}
	return connection, err
}

// eventQuery reads the arguments of a list of events, and looks ahead at what the query
// asks for below it.
func eventQuery(ctx context.Context, filter graph.EventFilter, order graph.EventOrder, page model.Page) (graph.EventQuery, error) {
	request, err := pageRequest(ctx, page)
	if err != nil {
		return graph.EventQuery{}, err
	}
	query := graph.EventQuery{EventFilter: filter, Order: order, PageRequest: request, Reports: reportsAhead(ctx), Without: withoutBelow(ctx)}
	return query, checkFilter(ctx, filter)
}

func (r queryResolver) Timeline(ctx context.Context, filter graph.EventFilter, by graph.TimeUnit) ([]*graph.TimelineBucket, error) {
	if err := checkFilter(ctx, filter); err != nil {
		return nil, err
	}
	if filter.Types == nil {
		filter.Types = contacts
	}
	buckets, err := r.store.Timeline(ctx, filter, by)
	if err == nil && len(buckets) == 0 {
		err = noticeUnknown(ctx, r.store, filter.Named())
	}
	return pointers(buckets), err
}

func (r queryResolver) Suggestions(ctx context.Context, name string, first *int) ([]*graph.Suggestion, error) {
	n := orDefault(first, defaultFirst)
	if err := firstOf(checkBlank(ctx), checkText("name", name), checkRange("first", n, maxFirst)); err != nil {
		return nil, err
	}
	found, err := r.store.Suggestions(ctx, name, n)
	return pointersOrEmpty(found), err
}

func (r queryResolver) Entities(ctx context.Context, name *string, unnamed *bool, page model.Page) (*model.EntityConnection, error) {
	request, err := pageRequest(ctx, page)
	if err != nil {
		return nil, err
	}
	if err := firstOf(checkBlank(ctx), checkText("name", orZero(name))); err != nil {
		return nil, err
	}
	return connect(r.store.Entities(ctx, graph.EntityQuery{Name: orZero(name), Named: !orZero(unnamed), PageRequest: request}))
}

func (r queryResolver) Entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	if err := checkParty("ref", &ref); err != nil {
		return nil, err
	}
	entity, err := r.store.Entity(ctx, ref)
	if errors.Is(err, graph.ErrNotFound) {
		return nil, noticeUnknown(ctx, r.store, []graph.NamedParty{{Argument: "ref", Ref: ref}})
	}
	return entity, err
}

func (r queryResolver) Search(ctx context.Context, text string, page model.Page) (*model.SearchConnection, error) {
	request, err := pageRequest(ctx, page)
	if err != nil {
		return nil, err
	}
	if err := firstOf(checkBlank(ctx), checkText("text", text)); err != nil {
		return nil, err
	}
	return connect(r.store.Search(ctx, text, request))
}

func (r queryResolver) Articles(ctx context.Context, publisher *string, published *graph.EDTF, page model.Page) (*model.ArticleConnection, error) {
	request, err := pageRequest(ctx, page)
	if err != nil {
		return nil, err
	}
	if err := firstOf(checkBlank(ctx), checkText("publisher", orZero(publisher))); err != nil {
		return nil, err
	}
	return connect(r.store.Articles(ctx, graph.ArticleQuery{Publisher: orZero(publisher), Published: orZero(published), PageRequest: request}))
}

func (r queryResolver) Network(ctx context.Context, center graph.EntityRef, hops *int, during *graph.EDTF, limit *int) (*graph.Network, error) {
	query := graph.NetworkQuery{Center: center, Hops: orDefault(hops, 1), During: orZero(during), Limit: orDefault(limit, 100)}
	if err := firstOf(checkParty("center", &query.Center), checkRange("hops", query.Hops, maxHops), checkRange("limit", query.Limit, maxLimit)); err != nil {
		return nil, err
	}
	network, err := r.store.Network(ctx, query)
	if errors.Is(err, graph.ErrNotFound) {
		return nil, r.notFound(ctx, "center", center)
	}
	return network, err
}

func (r queryResolver) Path(ctx context.Context, from, to graph.EntityRef, maxHops *int, during *graph.EDTF) ([]*graph.PathStep, error) {
	query := graph.PathQuery{From: from, To: to, MaxHops: orDefault(maxHops, 6), During: orZero(during)}
	if err := firstOf(checkParty("from", &query.From), checkParty("to", &query.To), checkRange("maxHops", query.MaxHops, maxSteps)); err != nil {
		return nil, err
	}
	steps, err := r.store.Path(ctx, query)
	if errors.Is(err, graph.ErrNotFound) {
		return nil, r.missingEnd(ctx, from, to)
	}
	return pointers(steps), err
}

// missingEnd returns the error of the end of a path that does not exist.
func (r queryResolver) missingEnd(ctx context.Context, from, to graph.EntityRef) error {
	if _, err := r.store.Entity(ctx, from); errors.Is(err, graph.ErrNotFound) {
		return r.notFound(ctx, "from", from)
	}
	return r.notFound(ctx, "to", to)
}

// notFound returns the error of a party that does not exist.
func (r queryResolver) notFound(ctx context.Context, argument string, ref graph.EntityRef) error {
	switch {
	case ref.ID != "":
		return userError{fmt.Sprintf("%s: no person, organization or place has the ID %q.", argument, cut(ref.ID)), graph.ErrNotFound}
	case ref.Country != "":
		return userError{fmt.Sprintf("%s: no person, organization or place is of the country %q.", argument, cut(ref.Country)), graph.ErrNotFound}
	}
	text := fmt.Sprintf("%s: no person, organization or place has the name %q.", argument, cut(ref.Name))
	nearest, err := r.store.Suggestions(ctx, ref.Name, graph.NearestNames)
	if err != nil {
		return err
	}
	if len(nearest) > 0 {
		text += " The nearest: " + namesOf(nearest) + "."
	}
	return userError{text, graph.ErrNotFound}
}

func (r queryResolver) Node(ctx context.Context, id string) (graph.Node, error) {
	nodes, err := r.store.Nodes(ctx, []string{id})
	if err != nil {
		return nil, err
	}
	return nodes[0], nil
}

func (r queryResolver) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	if len(ids) > maxNodeIDs {
		return nil, invalid("ids has %d IDs; at most %d are allowed at once.", len(ids), maxNodeIDs)
	}
	if len(ids) == 0 {
		return []graph.Node{}, nil
	}
	return r.store.Nodes(ctx, ids)
}
