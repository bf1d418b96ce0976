package resolvers

import (
	"context"

	"dateline/graph"
)

type articleResolver struct{}

func (articleResolver) Reports(ctx context.Context, article *graph.Article, eventType *graph.EventType, first *int, after *string) (*graph.ReportPage, error) {
	page, err := forward(ctx, first, after)
	if err != nil {
		return nil, err
	}
	query := graph.ReportQuery{Type: orZero(eventType), PageRequest: page}
	return loadersOf(ctx).articleReports.load(ctx, article.ID, query)
}

func (articleResolver) Entities(ctx context.Context, article *graph.Article) ([]graph.Entity, error) {
	return loadersOf(ctx).entities.load(ctx, article.ID, nothing{})
}
