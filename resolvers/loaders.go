package resolvers

import (
	"context"

	"dateline/graph"
)

// nothing stands for the arguments of a field that has none.
type nothing struct{}

// loaders are the loaders of one request.
type loaders struct {
	contacts       *loader[graph.EventQuery, *graph.EventPage]
	mentions       *loader[graph.PageRequest, *graph.MentionPage]
	eventReports   *loader[graph.PageRequest, *graph.ReportPage]
	articleReports *loader[graph.ReportQuery, *graph.ReportPage]
	namedIn        *loader[graph.PageRequest, *graph.MentionPage]
	entities       *loader[nothing, []graph.Entity]
	nodes          *loader[nothing, graph.Node]
	changes        *loader[nothing, []graph.Change] // of events
	edits          *loader[nothing, []*graph.Edit]  // that name reports and others
}

type loadersKey struct{}

func withLoaders(ctx context.Context, store graph.Reader) context.Context {
	return context.WithValue(ctx, loadersKey{}, &loaders{
		contacts: newLoader(store.ContactsOf),
		mentions: newLoader(store.MentionsOf),
		namedIn:  newLoader(store.MentionsIn),
		eventReports: newLoader(func(ctx context.Context, ids []string, page graph.PageRequest) ([]*graph.ReportPage, error) {
			return store.Reports(ctx, graph.ReportQuery{EventIDs: ids, PageRequest: page})
		}),
		articleReports: newLoader(func(ctx context.Context, ids []string, query graph.ReportQuery) ([]*graph.ReportPage, error) {
			query.ArticleIDs = ids
			return store.Reports(ctx, query)
		}),
		entities: newLoader(func(ctx context.Context, ids []string, _ nothing) ([][]graph.Entity, error) {
			return store.EntitiesIn(ctx, ids)
		}),
		nodes: newLoader(func(ctx context.Context, ids []string, _ nothing) ([]graph.Node, error) {
			return store.Nodes(ctx, ids)
		}),
		changes: newLoader(func(ctx context.Context, ids []string, _ nothing) ([][]graph.Change, error) {
			return changesOfEach(ctx, store, ids)
		}),
		edits: newLoader(func(ctx context.Context, ids []string, _ nothing) ([][]*graph.Edit, error) {
			return editsNamingEach(ctx, store, ids)
		}),
	})
}

func loadersOf(ctx context.Context) *loaders {
	return ctx.Value(loadersKey{}).(*loaders)
}

// filledOr returns what came filled with its parent, or else loads it by its ID. It returns
// nil if there is no ID either.
func filledOr[T any, P interface {
	*T
	graph.Node
}](ctx context.Context, filled P, id string) (P, error) {
	if filled != nil || id == "" {
		return filled, nil
	}
	node, err := loadersOf(ctx).nodes.load(ctx, id, nothing{})
	if err != nil {
		return nil, err
	}
	found, _ := node.(P)
	return found, nil
}
