package read

import (
	"context"
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const fromMentionsIn = `FROM members m JOIN mentions n ON n.article_id = m.article_id AND n.member_id = m.id WHERE m.article_id = ? AND m.entity_id IS NOT NULL`

var articleMentionOrder = ordering{name: "mentions in an article", keys: []key{numberKey("n.start_offset"), numberKey("n.end_offset"), textKey("m.id")}}

// MentionsIn returns a page for each of the articles.
func (s entityReader) MentionsIn(ctx context.Context, articleIDs []string, request graph.PageRequest) ([]*graph.MentionPage, error) {
	pages := make([]*graph.MentionPage, len(articleIDs))
	err := s.read(ctx, func(r *View) error {
		if _, err := storekit.WindowOf(request); err != nil {
			return err
		}
		articles := wanted[*graph.Article](slices.Values(articleIDs))
		if err := loadArticles(r, articles, false); err != nil {
			return err
		}
		for i, id := range articleIDs {
			var err error
			if pages[i], err = mentionsIn(r, articles[id], id, request); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, db.Translate(err, "mentions in %q", articleIDs)
	}
	return pages, nil
}

func mentionsIn(r *View, article *graph.Article, id string, request graph.PageRequest) (*graph.MentionPage, error) {
	named := make(map[string]string) // the entities of members
	l := list{columns: ", m.entity_id, " + mapping.MentionColumns, parts: []part{{fromMentionsIn, []any{id}}}, ordering: articleMentionOrder}
	page, err := pageWithKeys(r, l, request, func(r *mapping.Row, keys []string) *graph.Mention {
		memberID := keys[len(keys)-1]
		named[memberID] = r.Text()
		return &graph.Mention{Article: article, MemberID: memberID, MentionSpan: mapping.ReadMention(r)}
	})
	if err != nil {
		return nil, err
	}
	entities, err := Entities(r, maps.Values(named))
	for _, mention := range page.Nodes {
		mention.Entity = entities[named[mention.MemberID]]
	}
	return page, err
}
