package read

import (
	"context"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
)

const (
	fromArticles = `FROM articles a WHERE true`
	ofPublisher  = ` AND (a.publisher_folded = ? AND a.publisher_folded <> '' OR a.host = ? AND a.host <> '')`
	// An unknown day is 0, before every period.
	publishedIn = ` AND a.reverse_published BETWEEN ? AND ?`
)

var articleOrder = ordering{name: "articles", keys: []key{numberKey("a.reverse_published"), textKey("a.id")}}

// Articles returns a page of articles.
func (s articleReader) Articles(ctx context.Context, q graph.ArticleQuery) (*graph.ArticlePage, error) {
	articles := part{from: fromArticles}
	if q.Publisher != "" {
		articles = articles.and(ofPublisher, graph.Fold(q.Publisher), graph.Host(q.Publisher))
	}
	if !q.Published.IsZero() {
		articles = articles.and(publishedIn, -mapping.DayNumber(q.Published.Latest()), -mapping.DayNumber(q.Published.Earliest()))
	}
	l := list{columns: ", " + mapping.ArticleTextColumns, parts: []part{articles}, ordering: articleOrder}
	var page *graph.ArticlePage
	err := s.read(ctx, func(r *View) (err error) {
		page, err = pageOf(r, l, q.PageRequest, mapping.ReadWholeArticle)
		return err
	})
	return page, db.Translate(err, "articles of %q published %v", q.Publisher, q.Published)
}
