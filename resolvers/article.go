package resolvers

import (
	"context"

	"dateline/graph"
	"dateline/schema/model"
)

type articleResolver struct{}

func (articleResolver) Reports(ctx context.Context, article *graph.Article, eventType *graph.EventType, page model.Page) (*model.ReportConnection, error) {
	request, err := pageRequest(ctx, page)
	if err != nil {
		return nil, err
	}
	query := graph.ReportQuery{Type: orZero(eventType), PageRequest: request}
	return connect(loadersOf(ctx).articleReports.load(ctx, article.ID, query))
}

// Text loads the text of an article that came with a report or a mention: stores leave it
// out there, since few who list those read whole articles.
func (articleResolver) Text(ctx context.Context, article *graph.Article) (string, error) {
	if article.Text != "" {
		return article.Text, nil
	}
	node, err := loadersOf(ctx).nodes.load(ctx, article.ID, nothing{})
	if whole, ok := node.(*graph.Article); ok {
		return whole.Text, nil
	}
	return "", err
}

func (articleResolver) Mentions(ctx context.Context, article *graph.Article, page model.Page) (*model.MentionConnection, error) {
	request, err := pageRequest(ctx, page)
	if err != nil {
		return nil, err
	}
	return connect(loadersOf(ctx).namedIn.load(ctx, article.ID, request))
}

func (articleResolver) Entities(ctx context.Context, article *graph.Article) ([]graph.Entity, error) {
	return loadersOf(ctx).entities.load(ctx, article.ID, nothing{})
}
