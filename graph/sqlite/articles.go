package sqlite

import (
	"context"

	"dateline/graph"
)

const (
	fromArticles = `FROM articles a WHERE true`
	ofPublisher  = ` AND a.publisher_folded = ?`
	// Unknown days, 0, are before the first.
	publishedIn = ` AND a.reverse_published BETWEEN ? AND ?`
)

var articleOrder = ordering{name: "articles", keys: []key{numberKey("a.reverse_published"), textKey("a.id")}}

// Articles returns a page of articles.
func (s *Store) Articles(ctx context.Context, q graph.ArticleQuery) (*graph.ArticlePage, error) {
	articles := part{from: fromArticles}
	if q.Publisher != "" {
		articles = articles.and(ofPublisher, graph.Fold(q.Publisher))
	}
	if !q.Published.IsZero() {
		articles = articles.and(publishedIn, -dayNumber(q.Published.Latest()), -dayNumber(q.Published.Earliest()))
	}
	l := list{columns: ", " + articleTextColumns, parts: []part{articles}, ordering: articleOrder}
	var page *graph.ArticlePage
	err := s.read(ctx, func(r *reader) (err error) {
		page, err = pageOf(r, l, q.PageRequest, readWholeArticle)
		return err
	})
	return page, translate(err, "articles of %q published %v", q.Publisher, q.Published)
}
