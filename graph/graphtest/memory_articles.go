package graphtest

import (
	"context"

	"dateline/graph"
)

// Articles scans all articles.
func (m articleReader) Articles(ctx context.Context, q graph.ArticleQuery) (*graph.ArticlePage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	l := list[*graph.Article]{order: "articles", width: 2, keys: func(a *graph.Article) []string {
		return []string{lateKey(a.Published), a.ID}
	}}
	for id := range s.batches {
		a := s.article(id)
		byPublisher := q.Publisher == "" || publishedBy(a, q.Publisher)
		inTime := q.Published.IsZero() || graph.EDTFDay(a.Published).Overlaps(q.Published)
		if byPublisher && inTime {
			l.nodes = append(l.nodes, a)
		}
	}
	return l.page(q.PageRequest)
}
