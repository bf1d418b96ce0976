package observe

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"dateline/graph"
)

// Store returns a store that does what another does, and whose calls are counted and
// traced by their names alone.
func (o *Observer) Store(store graph.Store) graph.Store { return &observed{store, o} }

type observed struct {
	graph.Store
	o *Observer
}

// watch runs a call.
func watch[T any](ctx context.Context, o *Observer, call string, run func(context.Context) (T, error)) (T, error) {
	started := time.Now()
	ctx, span := o.tracer.Start(ctx, "store "+call, trace.WithSpanKind(trace.SpanKindClient))
	defer span.End()
	result, err := run(ctx)
	o.calls.WithLabelValues(call).Observe(time.Since(started).Seconds())
	if err != nil {
		code := string(graph.AdviceFor(err).Code)
		o.faults.WithLabelValues(call, code).Inc()
		span.SetStatus(codes.Error, code) // its text could name what was asked for
	}
	return result, err
}

func (s *observed) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	return watch(ctx, s.o, "Events", func(ctx context.Context) (*graph.EventPage, error) { return s.Store.Events(ctx, q) })
}

func (s *observed) ContactsOf(ctx context.Context, ids []string, q graph.EventQuery) ([]*graph.EventPage, error) {
	return watch(ctx, s.o, "ContactsOf", func(ctx context.Context) ([]*graph.EventPage, error) { return s.Store.ContactsOf(ctx, ids, q) })
}

func (s *observed) Timeline(ctx context.Context, f graph.EventFilter, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	return watch(ctx, s.o, "Timeline", func(ctx context.Context) ([]graph.TimelineBucket, error) { return s.Store.Timeline(ctx, f, unit) })
}

func (s *observed) Reports(ctx context.Context, q graph.ReportQuery) ([]*graph.ReportPage, error) {
	return watch(ctx, s.o, "Reports", func(ctx context.Context) ([]*graph.ReportPage, error) { return s.Store.Reports(ctx, q) })
}

func (s *observed) Entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	return watch(ctx, s.o, "Entity", func(ctx context.Context) (graph.Entity, error) { return s.Store.Entity(ctx, ref) })
}

func (s *observed) Entities(ctx context.Context, q graph.EntityQuery) (*graph.EntityPage, error) {
	return watch(ctx, s.o, "Entities", func(ctx context.Context) (*graph.EntityPage, error) { return s.Store.Entities(ctx, q) })
}

func (s *observed) MentionsOf(ctx context.Context, ids []string, page graph.PageRequest) ([]*graph.MentionPage, error) {
	return watch(ctx, s.o, "MentionsOf", func(ctx context.Context) ([]*graph.MentionPage, error) { return s.Store.MentionsOf(ctx, ids, page) })
}

func (s *observed) MentionsIn(ctx context.Context, ids []string, page graph.PageRequest) ([]*graph.MentionPage, error) {
	return watch(ctx, s.o, "MentionsIn", func(ctx context.Context) ([]*graph.MentionPage, error) { return s.Store.MentionsIn(ctx, ids, page) })
}

func (s *observed) EntitiesIn(ctx context.Context, ids []string) ([][]graph.Entity, error) {
	return watch(ctx, s.o, "EntitiesIn", func(ctx context.Context) ([][]graph.Entity, error) { return s.Store.EntitiesIn(ctx, ids) })
}

func (s *observed) Articles(ctx context.Context, q graph.ArticleQuery) (*graph.ArticlePage, error) {
	return watch(ctx, s.o, "Articles", func(ctx context.Context) (*graph.ArticlePage, error) { return s.Store.Articles(ctx, q) })
}

func (s *observed) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	return watch(ctx, s.o, "Nodes", func(ctx context.Context) ([]graph.Node, error) { return s.Store.Nodes(ctx, ids) })
}

func (s *observed) Search(ctx context.Context, text string, page graph.PageRequest) (*graph.SearchPage, error) {
	return watch(ctx, s.o, "Search", func(ctx context.Context) (*graph.SearchPage, error) { return s.Store.Search(ctx, text, page) })
}

func (s *observed) Network(ctx context.Context, q graph.NetworkQuery) (*graph.Network, error) {
	return watch(ctx, s.o, "Network", func(ctx context.Context) (*graph.Network, error) { return s.Store.Network(ctx, q) })
}

func (s *observed) Path(ctx context.Context, q graph.PathQuery) ([]graph.PathStep, error) {
	return watch(ctx, s.o, "Path", func(ctx context.Context) ([]graph.PathStep, error) { return s.Store.Path(ctx, q) })
}

func (s *observed) Update(ctx context.Context, change func(tx graph.Tx) error) error {
	_, err := watch(ctx, s.o, "Update", func(ctx context.Context) (struct{}, error) { return struct{}{}, s.Store.Update(ctx, change) })
	return err
}

func (s *observed) Facets(ctx context.Context, q graph.FacetQuery) ([]graph.FacetCount, error) {
	return watch(ctx, s.o, "Facets", func(ctx context.Context) ([]graph.FacetCount, error) { return s.Store.Facets(ctx, q) })
}

func (s *observed) Suggestions(ctx context.Context, name string, first int) ([]graph.Suggestion, error) {
	return watch(ctx, s.o, "Suggestions", func(ctx context.Context) ([]graph.Suggestion, error) { return s.Store.Suggestions(ctx, name, first) })
}

func (s *observed) Changes(ctx context.Context, q graph.ChangeQuery) (*graph.ChangePage, error) {
	return watch(ctx, s.o, "Changes", func(ctx context.Context) (*graph.ChangePage, error) { return s.Store.Changes(ctx, q) })
}

func (s *observed) LatestChange(ctx context.Context) (string, error) {
	return watch(ctx, s.o, "LatestChange", func(ctx context.Context) (string, error) { return s.Store.LatestChange(ctx) })
}

func (s *observed) Edits(ctx context.Context, q graph.EditQuery) (*graph.EditPage, error) {
	return watch(ctx, s.o, "Edits", func(ctx context.Context) (*graph.EditPage, error) { return s.Store.Edits(ctx, q) })
}

func (s *observed) Reviews(ctx context.Context, q graph.ReviewQuery) (*graph.ReviewPage, error) {
	return watch(ctx, s.o, "Reviews", func(ctx context.Context) (*graph.ReviewPage, error) { return s.Store.Reviews(ctx, q) })
}

func (s *observed) ReviewCounts(ctx context.Context, q graph.ReviewQuery) (map[graph.ReviewKind]int, error) {
	return watch(ctx, s.o, "ReviewCounts", func(ctx context.Context) (map[graph.ReviewKind]int, error) { return s.Store.ReviewCounts(ctx, q) })
}

func (s *observed) ChangesOf(ctx context.Context, eventIDs []string) ([]graph.Change, error) {
	return watch(ctx, s.o, "ChangesOf", func(ctx context.Context) ([]graph.Change, error) { return s.Store.ChangesOf(ctx, eventIDs) })
}

func (s *observed) View(ctx context.Context, look func(b graph.BlockReader) error) error {
	_, err := watch(ctx, s.o, "View", func(ctx context.Context) (struct{}, error) { return struct{}{}, s.Store.View(ctx, look) })
	return err
}

func (s *observed) EditChanges(ctx context.Context, q graph.ChangeQuery) (*graph.EditChangePage, error) {
	return watch(ctx, s.o, "EditChanges", func(ctx context.Context) (*graph.EditChangePage, error) { return s.Store.EditChanges(ctx, q) })
}

func (s *observed) LatestEditChange(ctx context.Context) (string, error) {
	return watch(ctx, s.o, "LatestEditChange", func(ctx context.Context) (string, error) { return s.Store.LatestEditChange(ctx) })
}
