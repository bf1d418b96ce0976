package main

import (
	"context"
	"fmt"

	"dateline/access"
	"dateline/export"
	"dateline/graph"
)

// inTurns is a store whose pages are read in turns with queries. An export reads thousands
// of pages; each waits for its turn as a query of the same client would, so that others
// find a place and a processor between any two of them.
type inTurns struct {
	export.Reader
	gate *access.Gate
}

func inTurn[T any](ctx context.Context, s inTurns, call string, read func() (T, error)) (answer T, err error) {
	leave, err := s.gate.Enter(ctx, access.Turn{Client: access.Of(ctx).ID, Shape: "export " + call})
	if err != nil {
		return answer, fmt.Errorf("export: %w: %w", graph.ErrUnavailable, err)
	}
	defer leave()
	return read()
}

func (s inTurns) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	return inTurn(ctx, s, "events", func() (*graph.EventPage, error) { return s.Reader.Events(ctx, q) })
}

func (s inTurns) Reports(ctx context.Context, q graph.ReportQuery) ([]*graph.ReportPage, error) {
	return inTurn(ctx, s, "reports", func() ([]*graph.ReportPage, error) { return s.Reader.Reports(ctx, q) })
}

func (s inTurns) Articles(ctx context.Context, q graph.ArticleQuery) (*graph.ArticlePage, error) {
	return inTurn(ctx, s, "articles", func() (*graph.ArticlePage, error) { return s.Reader.Articles(ctx, q) })
}

func (s inTurns) Entities(ctx context.Context, q graph.EntityQuery) (*graph.EntityPage, error) {
	return inTurn(ctx, s, "entities", func() (*graph.EntityPage, error) { return s.Reader.Entities(ctx, q) })
}
