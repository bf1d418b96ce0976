package resolvers

import (
	"context"
	"fmt"
	"runtime"

	"dateline/graph"
)

// few is a store that runs no more than a few calls of one request at once. gqlgen resolves
// the fields of a query in parallel, so without it one request with thirty fields would
// take every connection of a store.
type few struct{ graph.Reader }

// maxCalls is how many calls of one request run at once: with few processors, one, so that
// others find one too.
var maxCalls = min(max(1, runtime.GOMAXPROCS(0)/2), 2)

// callsKey is for the calls of a request: a channel with a place for each that may run.
type callsKey struct{}

func withCalls(ctx context.Context) context.Context {
	return context.WithValue(ctx, callsKey{}, make(chan struct{}, maxCalls))
}

// call runs one call of a request once there is a place for it.
func call[T any](ctx context.Context, run func() (T, error)) (answer T, err error) {
	places, ok := ctx.Value(callsKey{}).(chan struct{})
	if !ok {
		return run()
	}
	select {
	case places <- struct{}{}:
	case <-ctx.Done():
		return answer, fmt.Errorf("%w: before the store was asked: %w", graph.ErrTimeout, ctx.Err())
	}
	defer func() { <-places }()
	return run()
}

func (s few) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	return call(ctx, func() (*graph.EventPage, error) { return s.Reader.Events(ctx, q) })
}

func (s few) ContactsOf(ctx context.Context, ids []string, q graph.EventQuery) ([]*graph.EventPage, error) {
	return call(ctx, func() ([]*graph.EventPage, error) { return s.Reader.ContactsOf(ctx, ids, q) })
}

func (s few) Timeline(ctx context.Context, f graph.EventFilter, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	return call(ctx, func() ([]graph.TimelineBucket, error) { return s.Reader.Timeline(ctx, f, unit) })
}

func (s few) Facets(ctx context.Context, q graph.FacetQuery) ([]graph.FacetCount, error) {
	return call(ctx, func() ([]graph.FacetCount, error) { return s.Reader.Facets(ctx, q) })
}

func (s few) Suggestions(ctx context.Context, name string, first int) ([]graph.Suggestion, error) {
	return call(ctx, func() ([]graph.Suggestion, error) { return s.Reader.Suggestions(ctx, name, first) })
}

func (s few) Reports(ctx context.Context, q graph.ReportQuery) ([]*graph.ReportPage, error) {
	return call(ctx, func() ([]*graph.ReportPage, error) { return s.Reader.Reports(ctx, q) })
}

func (s few) Entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	return call(ctx, func() (graph.Entity, error) { return s.Reader.Entity(ctx, ref) })
}

func (s few) Entities(ctx context.Context, q graph.EntityQuery) (*graph.EntityPage, error) {
	return call(ctx, func() (*graph.EntityPage, error) { return s.Reader.Entities(ctx, q) })
}

func (s few) MentionsOf(ctx context.Context, ids []string, page graph.PageRequest) ([]*graph.MentionPage, error) {
	return call(ctx, func() ([]*graph.MentionPage, error) { return s.Reader.MentionsOf(ctx, ids, page) })
}

func (s few) MentionsIn(ctx context.Context, ids []string, page graph.PageRequest) ([]*graph.MentionPage, error) {
	return call(ctx, func() ([]*graph.MentionPage, error) { return s.Reader.MentionsIn(ctx, ids, page) })
}

func (s few) EntitiesIn(ctx context.Context, ids []string) ([][]graph.Entity, error) {
	return call(ctx, func() ([][]graph.Entity, error) { return s.Reader.EntitiesIn(ctx, ids) })
}

func (s few) Articles(ctx context.Context, q graph.ArticleQuery) (*graph.ArticlePage, error) {
	return call(ctx, func() (*graph.ArticlePage, error) { return s.Reader.Articles(ctx, q) })
}

func (s few) Edits(ctx context.Context, q graph.EditQuery) (*graph.EditPage, error) {
	return call(ctx, func() (*graph.EditPage, error) { return s.Reader.Edits(ctx, q) })
}

func (s few) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	return call(ctx, func() ([]graph.Node, error) { return s.Reader.Nodes(ctx, ids) })
}

func (s few) Search(ctx context.Context, text string, page graph.PageRequest) (*graph.SearchPage, error) {
	return call(ctx, func() (*graph.SearchPage, error) { return s.Reader.Search(ctx, text, page) })
}

func (s few) Network(ctx context.Context, q graph.NetworkQuery) (*graph.Network, error) {
	return call(ctx, func() (*graph.Network, error) { return s.Reader.Network(ctx, q) })
}

func (s few) Path(ctx context.Context, q graph.PathQuery) ([]graph.PathStep, error) {
	return call(ctx, func() ([]graph.PathStep, error) { return s.Reader.Path(ctx, q) })
}

func (s few) Changes(ctx context.Context, q graph.ChangeQuery) (*graph.ChangePage, error) {
	return call(ctx, func() (*graph.ChangePage, error) { return s.Reader.Changes(ctx, q) })
}

func (s few) LatestChange(ctx context.Context) (string, error) {
	return call(ctx, func() (string, error) { return s.Reader.LatestChange(ctx) })
}

func (s few) Reviews(ctx context.Context, q graph.ReviewQuery) (*graph.ReviewPage, error) {
	return call(ctx, func() (*graph.ReviewPage, error) { return s.Reader.Reviews(ctx, q) })
}

func (s few) ReviewCounts(ctx context.Context, q graph.ReviewQuery) (map[graph.ReviewKind]int, error) {
	return call(ctx, func() (map[graph.ReviewKind]int, error) { return s.Reader.ReviewCounts(ctx, q) })
}

func (s few) ChangesOf(ctx context.Context, eventIDs []string) ([]graph.Change, error) {
	return call(ctx, func() ([]graph.Change, error) { return s.Reader.ChangesOf(ctx, eventIDs) })
}

func (s few) View(ctx context.Context, look func(b graph.BlockReader) error) error {
	_, err := call(ctx, func() (nothing, error) { return nothing{}, s.Reader.View(ctx, look) })
	return err
}

func (s few) EditChanges(ctx context.Context, q graph.ChangeQuery) (*graph.EditChangePage, error) {
	return call(ctx, func() (*graph.EditChangePage, error) { return s.Reader.EditChanges(ctx, q) })
}

func (s few) LatestEditChange(ctx context.Context) (string, error) {
	return call(ctx, func() (string, error) { return s.Reader.LatestEditChange(ctx) })
}
