package sqlite

import (
	"context"
	"maps"
	"slices"

	"dateline/graph"
)

const (
	fromEntities      = `FROM entities e WHERE true`
	fromEntitiesNamed = `FROM entities e WHERE e.id IN (SELECT n.entity_id FROM name_words w JOIN names n ON n.row = w.rowid WHERE w.words MATCH ?)`
	fromNobody        = fromEntities + ` AND false`

	fromMentions = `FROM members m JOIN mentions n ON n.member_id = m.id WHERE m.entity_id = ?`

	// A member that is mentioned nowhere comes last.
	selectEntitiesIn = `SELECT m.entity_id FROM members m LEFT JOIN mentions n ON n.member_id = m.id
WHERE m.article_id = ? AND m.entity_id IS NOT NULL GROUP BY m.entity_id ORDER BY min(n.start_offset) NULLS LAST, m.entity_id`
)

var (
	entityOrder  = ordering{name: "entities", keys: []key{textKey("e.name_folded"), textKey("e.id")}}
	mentionOrder = ordering{name: "mentions", keys: []key{textKey("m.article_id"), numberKey("n.start_offset"), numberKey("n.end_offset"), textKey("m.id")}}
)

// Entity finds one entity.
func (s *Store) Entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	var entity graph.Entity
	err := s.read(ctx, func(r *reader) error {
		id, err := r.foremost(ref)
		if err != nil {
			return err
		}
		found, err := r.loadEntities([]string{id})
		entity = found[id]
		return err
	})
	return entity, translate(err, "entity")
}

// Entities gives a page of entities.
func (s *Store) Entities(ctx context.Context, q graph.EntityQuery) (*graph.EntityPage, error) {
	var page *graph.EntityPage
	err := s.read(ctx, func(r *reader) error {
		l := list{columns: "1", from: fromEntities, ordering: entityOrder}
		if q.Name != "" {
			l.from = fromNobody
			if words := allWordsPrefix(q.Name); words != "" {
				l.from, l.args = fromEntitiesNamed, []any{words}
			}
		}
		ids, err := pageOf(r, l, q.PageRequest, scanLastKey)
		if err != nil {
			return err
		}
		page, err = entityPage(r, ids)
		return err
	})
	return page, translate(err, "entities named %.80q", q.Name)
}

func entityPage(r *reader, ids *graph.Page[string]) (*graph.EntityPage, error) {
	page := &graph.EntityPage{Cursors: ids.Cursors, HasNext: ids.HasNext, HasPrevious: ids.HasPrevious, Total: ids.Total}
	entities, err := r.loadEntities(ids.Nodes)
	for _, id := range ids.Nodes {
		page.Nodes = append(page.Nodes, entities[id])
	}
	return page, err
}

// MentionsOf gives a page for each of the entities.
func (s *Store) MentionsOf(ctx context.Context, entityIDs []string, request graph.PageRequest) ([]*graph.MentionPage, error) {
	pages := make([]*graph.MentionPage, len(entityIDs))
	err := s.read(ctx, func(r *reader) error {
		became, err := r.entityIDs(entityIDs)
		if err != nil {
			return err
		}
		entities, err := r.loadEntities(slices.Collect(maps.Values(became)))
		if err != nil {
			return err
		}
		articles := make(map[string]*graph.Article)
		for i, id := range entityIDs {
			if pages[i], err = r.mentionPage(entities[became[id]], became[id], request, articles); err != nil {
				return err
			}
		}
		return r.fillArticles(articles)
	})
	if err != nil {
		return nil, translate(err, "mentions of %q", entityIDs)
	}
	return pages, nil
}

// mentionPage gives a page with articles that have an ID alone.
func (r *reader) mentionPage(entity graph.Entity, id string, request graph.PageRequest, articles map[string]*graph.Article) (*graph.MentionPage, error) {
	l := list{columns: mentionColumns, from: fromMentions, args: []any{id}, ordering: mentionOrder}
	return pageOf(r, l, request, func(scan scanner, before ...any) (*graph.Mention, error) {
		m := &graph.Mention{Entity: entity}
		if err := scan(append(before, &m.Start, &m.End, &m.Form, &m.Text)...); err != nil {
			return nil, err
		}
		articleID := *before[0].(*string) // the first key
		if articles[articleID] == nil {
			articles[articleID] = &graph.Article{ID: articleID}
		}
		m.Article = articles[articleID]
		return m, nil
	})
}

// fillArticles fills in place, so that all that name an article have it.
func (r *reader) fillArticles(articles map[string]*graph.Article) error {
	wanted := make(map[string]bool, len(articles))
	for id := range articles {
		wanted[id] = true
	}
	return r.eachOf(selectArticles, wanted, func(scan scanner) error {
		a, err := scanWholeArticle(scan)
		if err == nil {
			*articles[a.ID] = *a
		}
		return err
	})
}

// EntitiesIn gives the entities of each article.
func (s *Store) EntitiesIn(ctx context.Context, articleIDs []string) ([][]graph.Entity, error) {
	lists := make([][]graph.Entity, len(articleIDs))
	err := s.read(ctx, func(r *reader) error {
		ids := make([][]string, len(articleIDs))
		var all []string
		for i, articleID := range articleIDs {
			var err error
			if ids[i], err = r.strings(selectEntitiesIn, articleID); err != nil {
				return err
			}
			all = append(all, ids[i]...)
		}
		slices.Sort(all)
		entities, err := r.loadEntities(slices.Compact(all))
		for i := range ids {
			for _, id := range ids[i] {
				lists[i] = append(lists[i], entities[id])
			}
		}
		return err
	})
	if err != nil {
		return nil, translate(err, "entities in %q", articleIDs)
	}
	return lists, nil
}
