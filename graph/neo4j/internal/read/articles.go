package read

import (
	"context"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

const (
	articleOrder = "articles"
	// afterIDs sorts after every ID.
	afterIDs = "\x7f"
)

// Articles returns a page of articles, in one statement.
func (r articleReader) Articles(ctx context.Context, q graph.ArticleQuery) (*graph.ArticlePage, error) {
	page, err := r.articles(ctx, q)
	return page, bolt.Translate(err, "articles of %.80q published %v", q.Publisher, q.Published)
}

func (r articleReader) articles(ctx context.Context, q graph.ArticleQuery) (*graph.ArticlePage, error) {
	w, err := windowOf(q.PageRequest, articleOrder)
	if err != nil {
		return nil, err
	}
	params := map[string]any{}
	list := indexed{label: "Article", by: []string{"key"}, to: lastKey}
	if q.Publisher != "" {
		if graph.Fold(q.Publisher) == "" && graph.Host(q.Publisher) == "" {
			return new(graph.ArticlePage), r.db.Read(ctx, func(bolt.Asker) error { return nil })
		}
		list.conditions, list.by = []string{"n.publisherFolded = $publisher"}, []string{"publisherFolded", "key"}
		params["publisher"] = mapping.FoldedKey(q.Publisher)
		if host := graph.Host(q.Publisher); host != "" { // which may be somebody's name as well
			list.conditions, list.by = []string{"(n.publisherFolded = $publisher AND $publisher <> '' OR n.host = $host)"}, []string{"key"}
			params["host"] = host
		}
	}
	if !q.Published.IsZero() {
		list.from, list.to = mapping.ArticleDayKey(q.Published.Latest()), mapping.ArticleDayKey(q.Published.Earliest())+afterIDs
	}
	text := list.page(w, params) + `CALL (rows) { UNWIND rows[..$limit] AS row MATCH (a:Article {id: row[1]}) USING INDEX SEEK a:Article(id) RETURN collect(` + mapping.WholeArticleList("a") + `) AS articles }
RETURN [rows, past, total] AS meta, [] AS events, [] AS reports, articles, [] AS entities, [] AS organizations`
	var page *graph.ArticlePage
	err = r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		meta, f, err := askFilled(ask, text, params)
		if err != nil {
			return nil, err
		}
		p, ids, err := readIndexed(w, meta)
		if err != nil {
			return nil, err
		}
		var articles []*graph.Article
		for _, id := range ids {
			a := f.articles[id]
			if a == nil {
				return nil, bolt.ErrChanged
			}
			articles = append(articles, a)
		}
		page = storekit.WithNodes(p, articles)
		return f, nil
	})
	return page, err
}
