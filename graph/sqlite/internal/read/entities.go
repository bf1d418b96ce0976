package read

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	fromEntities      = `FROM entities e WHERE true`
	fromEntitiesNamed = `FROM entities e WHERE e.id IN (SELECT n.entity_id FROM %s w JOIN names n ON n.row = w.row)`
	fromNobody        = fromEntities + ` AND false`
	andNamed          = ` AND NOT e.nominal`

	fromMentions = `FROM members m JOIN mentions n ON n.article_id = m.article_id AND n.member_id = m.id WHERE m.entity_id = ?`

	countMentions = `SELECT coalesce(sum(mention_count), 0) FROM members WHERE entity_id = ?`

	// Members without a mention come last.
	selectEntitiesIn = `SELECT m.entity_id FROM members m LEFT JOIN mentions n ON n.article_id = m.article_id AND n.member_id = m.id
WHERE m.article_id = ? AND m.entity_id IS NOT NULL GROUP BY m.entity_id ORDER BY min(n.start_offset) NULLS LAST, m.entity_id`
)

var (
	entityOrder  = ordering{name: "entities", keys: []key{textKey("e.name_folded"), textKey("e.id")}}
	mentionOrder = ordering{name: "mentions", keys: []key{textKey("m.article_id"), numberKey("n.start_offset"), numberKey("n.end_offset"), textKey("m.id")}}
)

// Entity finds one entity.
func (s entityReader) Entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	var entity graph.Entity
	err := s.read(ctx, func(r *View) error {
		id, err := identities{r}.mostReported(ref)
		if err != nil {
			return err
		}
		found, err := Entities(r, slices.Values([]string{id}))
		entity = found[id]
		return err
	})
	return entity, db.Translate(err, "entity")
}

// Entities returns a page of entities.
func (s entityReader) Entities(ctx context.Context, q graph.EntityQuery) (*graph.EntityPage, error) {
	var page *graph.EntityPage
	err := s.read(ctx, func(r *View) error {
		all, err := entitiesOf(q)
		if err != nil {
			return err
		}
		ids, err := idsOf(r, list{parts: []part{all}, ordering: entityOrder}, q.PageRequest)
		if err != nil {
			return err
		}
		found, err := Entities(r, slices.Values(ids.Nodes))
		var entities []graph.Entity
		for _, id := range ids.Nodes {
			entities = append(entities, found[id])
		}
		page = storekit.WithNodes(ids, entities)
		return err
	})
	return page, db.Translate(err, "entities named %.80q", q.Name)
}

func entitiesOf(q graph.EntityQuery) (part, error) {
	all, err := entitiesNamed(q.Name)
	if q.Named {
		all.from += andNamed
	}
	return all, err
}

func entitiesNamed(name string) (part, error) {
	if name == "" {
		return part{from: fromEntities}, nil
	}
	words, err := allWordsPrefix(name)
	if len(words) == 0 {
		return part{from: fromNobody}, err
	}
	return part{fmt.Sprintf(fromEntitiesNamed, words.rows(NameWords)), words.args()}, nil
}

// MentionsOf returns a page for each of the entities.
func (s entityReader) MentionsOf(ctx context.Context, entityIDs []string, request graph.PageRequest) ([]*graph.MentionPage, error) {
	pages := make([]*graph.MentionPage, len(entityIDs))
	err := s.read(ctx, func(r *View) error {
		if _, err := storekit.WindowOf(request); err != nil {
			return err
		}
		became, err := identities{r}.entityIDs(entityIDs)
		if err != nil {
			return err
		}
		entities, err := Entities(r, maps.Values(became))
		if err != nil {
			return err
		}
		articles := make(map[string]*graph.Article)
		for i, id := range entityIDs {
			if pages[i], err = mentionPage(r, entities[became[id]], became[id], request, articles); err != nil {
				return err
			}
		}
		return fillArticles(r, articles)
	})
	if err != nil {
		return nil, db.Translate(err, "mentions of %q", entityIDs)
	}
	return pages, nil
}

// mentionPage returns a page whose articles fillArticles is to fill.
func mentionPage(r *View, entity graph.Entity, id string, request graph.PageRequest, articles map[string]*graph.Article) (*graph.MentionPage, error) {
	l := list{columns: ", " + mapping.MentionColumns, parts: []part{{fromMentions, []any{id}}}, ordering: mentionOrder, count: part{countMentions, []any{id}}}
	return pageWithKeys(r, l, request, func(r *mapping.Row, keys []string) *graph.Mention {
		articleID := keys[0]
		if articles[articleID] == nil {
			articles[articleID] = new(graph.Article)
		}
		return &graph.Mention{Entity: entity, Article: articles[articleID], MemberID: keys[len(keys)-1], MentionSpan: mapping.ReadMention(r)}
	})
}

// fillArticles fills articles in place, since mentions share them.
func fillArticles(r *View, articles map[string]*graph.Article) error {
	found := wanted[*graph.Article](maps.Keys(articles))
	if err := loadArticles(r, found, false); err != nil {
		return err
	}
	for id, a := range found {
		*articles[id] = *a
	}
	return nil
}

// EntitiesIn returns the entities of each article.
func (s entityReader) EntitiesIn(ctx context.Context, articleIDs []string) ([][]graph.Entity, error) {
	lists := make([][]graph.Entity, len(articleIDs))
	err := s.read(ctx, func(r *View) error {
		ids := make([][]string, len(articleIDs))
		all := make(map[string]bool)
		for i, articleID := range articleIDs {
			var err error
			if ids[i], err = r.Texts(selectEntitiesIn, articleID); err != nil {
				return err
			}
			for _, id := range ids[i] {
				all[id] = true
			}
		}
		entities, err := Entities(r, maps.Keys(all))
		for i := range ids {
			for _, id := range ids[i] {
				lists[i] = append(lists[i], entities[id])
			}
		}
		return err
	})
	if err != nil {
		return nil, db.Translate(err, "entities in %q", articleIDs)
	}
	return lists, nil
}
