package graphtest

import (
	"context"
	"fmt"

	"dateline/graph"
)

// Reports returns the pages of events or articles.
func (m eventReader) Reports(ctx context.Context, q graph.ReportQuery) ([]*graph.ReportPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	if len(q.EventIDs) > 0 && len(q.ArticleIDs) > 0 {
		return nil, fmt.Errorf("memory: reports: %w: want events or articles, not both", graph.ErrInvalid)
	}
	if len(q.EventIDs) > 0 {
		return each(q.EventIDs, func(id string) (*graph.ReportPage, error) {
			return s.reportsOfEvent(s.eventID(id), q.Type, q.PageRequest)
		})
	}
	return each(q.ArticleIDs, func(id string) (*graph.ReportPage, error) {
		return s.reportsOfArticle(id, q.Type, q.PageRequest)
	})
}

func (s filled) reportsOfEvent(eventID string, t graph.EventType, r graph.PageRequest) (*graph.ReportPage, error) {
	l := list[*graph.Report]{order: "reports of an event", width: 2, keys: func(r *graph.Report) []string {
		return []string{dayKey(r.Article.Published), r.ID}
	}}
	if e := s.events[eventID]; e != nil {
		for _, id := range e.ReportIDs {
			if report := s.report(id); t == "" || report.Type == t {
				l.nodes = append(l.nodes, report)
			}
		}
	}
	return l.page(r)
}

func (s answers) reportsOfArticle(articleID string, t graph.EventType, r graph.PageRequest) (*graph.ReportPage, error) {
	l := list[*graph.Report]{order: "reports of an article", width: 3, keys: func(r *graph.Report) []string {
		return []string{numberKey(r.Start), numberKey(r.End), r.ID}
	}}
	if b := s.batches[articleID]; b != nil {
		for i := range b.Reports {
			if t == "" || b.Reports[i].Type == t {
				l.nodes = append(l.nodes, s.report(b.Reports[i].ID))
			}
		}
	}
	return l.page(r)
}
