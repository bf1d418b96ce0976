package resolvers

import (
	"context"

	"dateline/graph"
	"dateline/schema/model"
)

type eventResolver struct{ store graph.Reader }

func (eventResolver) Reports(ctx context.Context, event *graph.Event, page model.Page) (*model.ReportConnection, error) {
	request, err := pageRequest(ctx, page)
	if err != nil {
		return nil, err
	}
	if filled := filledReports(event, request); filled != nil {
		return connect(filled, nil)
	}
	return connect(loadersOf(ctx).eventReports.load(ctx, event.ID, request))
}

// filledReports returns a page of the reports that came with the event, or nil if they are
// too few for it.
func filledReports(event *graph.Event, page graph.PageRequest) *graph.ReportPage {
	came := event.Reports
	if came == nil || page.After != "" || came.HasNext && len(came.Nodes) < page.First {
		return nil
	}
	n := min(page.First, len(came.Nodes))
	return &graph.ReportPage{
		Nodes:   came.Nodes[:n],
		Cursors: came.Cursors[:n],
		HasNext: came.HasNext || n < len(came.Nodes),
		Total:   len(event.ReportIDs),
	}
}

func (eventResolver) Merges(_ context.Context, event *graph.Event) ([]*graph.Merge, error) {
	return pointers(event.Merges), nil
}

func (eventResolver) Related(_ context.Context, event *graph.Event) ([]*graph.RelatedEvent, error) {
	return pointers(event.Related), nil
}

type conflictResolver struct{}

func (conflictResolver) Reports(ctx context.Context, conflict *graph.Conflict) ([]*graph.Report, error) {
	if conflict.Reports != nil {
		return conflict.Reports, nil
	}
	return loadReports(ctx, conflict.ReportIDs)
}

type mergeResolver struct{}

func (mergeResolver) Reports(ctx context.Context, merge *graph.Merge) ([]*graph.Report, error) {
	return loadReports(ctx, merge.ReportIDs)
}

func loadReports(ctx context.Context, ids []string) ([]*graph.Report, error) {
	nodes, err := loadersOf(ctx).nodes.loadAll(ctx, ids, nothing{})
	reports := make([]*graph.Report, 0, len(nodes))
	for _, node := range nodes {
		if report, ok := node.(*graph.Report); ok {
			reports = append(reports, report)
		}
	}
	return reports, err
}

type relatedEventResolver struct{}

func (relatedEventResolver) Event(ctx context.Context, related *graph.RelatedEvent) (*graph.Event, error) {
	return filledOr[graph.Event](ctx, nil, graph.EventIDOf(related.ReportID))
}
