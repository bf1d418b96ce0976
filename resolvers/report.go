package resolvers

import (
	"context"

	"dateline/graph"
)

type reportResolver struct{}

func (reportResolver) Event(ctx context.Context, report *graph.Report) (*graph.Event, error) {
	return filledOr(ctx, report.Event, report.EventID)
}
