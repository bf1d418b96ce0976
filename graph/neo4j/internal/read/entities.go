package read

import (
	"context"
	"errors"
	"fmt"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

const entityOrder = "entities"

// namedEntities finds the entities that have all the words in one of their names.
const namedEntities = `CALL () {
CALL db.index.fulltext.queryNodes('name_words', $query) YIELD node
WITH node WHERE all(word IN $words WHERE ' ' + node.folded + ' ' CONTAINS word)
MATCH (node)<-[:CALLED]-(n:Entity) WHERE %s
WITH DISTINCT n, n.key AS key ORDER BY key
RETURN collect([key, n.id]) AS list
}
`

// isNamed keeps the entities that some article names.
const isNamed = "NOT n.nominal"

// entitiesByName returns Cypher that finds entities by words, only named ones if asked.
func entitiesByName(named bool) string {
	condition := "true"
	if named {
		condition = isNamed
	}
	return fmt.Sprintf(namedEntities, condition)
}

// Entities returns a page of entities, in one statement.
func (r entityReader) Entities(ctx context.Context, q graph.EntityQuery) (*graph.EntityPage, error) {
	page, err := r.entities(ctx, q)
	return page, bolt.Translate(err, "entities named %.80q", q.Name)
}

func (r entityReader) entities(ctx context.Context, q graph.EntityQuery) (*graph.EntityPage, error) {
	w, err := windowOf(q.PageRequest, entityOrder)
	if err != nil {
		return nil, err
	}
	words := storekit.WordsOf(q.Name)
	if q.Name != "" && len(words) == 0 {
		return new(graph.EntityPage), r.db.Read(ctx, func(bolt.Asker) error { return nil })
	}
	page := new(graph.EntityPage)
	text, params := "", map[string]any{}
	if q.Name == "" {
		list := indexed{label: "Entity", by: []string{"key"}, to: lastKey}
		if q.Named {
			list.conditions = []string{isNamed}
		}
		text = list.page(w, params) + "WITH [rows, past, total] AS meta, [[row IN rows | row[1]]] AS ids\n"
	} else {
		params = w.params()
		params["words"], params["query"] = paddedPrefix(words), luceneQuery(words, true)
		text = entitiesByName(q.Named) + "WITH " + w.cut("list") + " AS meta\nWITH meta, [[k IN meta[0] | k[1]]] AS ids\n"
	}
	text += entitiesAlone
	err = r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		meta, f, err := askFilled(ask, text, params)
		if err != nil {
			return nil, err
		}
		var ids []string
		if q.Name == "" {
			page, ids, err = readEntityPage(w, meta)
		} else {
			page, ids, err = readNamedPage(w, meta)
		}
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			e := f.entity(id)
			if e == nil {
				return nil, bolt.ErrChanged
			}
			page.Nodes = append(page.Nodes, e)
		}
		return f, nil
	})
	return page, err
}

func readEntityPage(w window, meta []any) (*graph.EntityPage, []string, error) {
	p, ids, err := readIndexed(w, meta)
	if err != nil {
		return nil, nil, err
	}
	return storekit.WithNodes[graph.Entity](p, nil), ids, nil
}

func readNamedPage(w window, meta []any) (*graph.EntityPage, []string, error) {
	cut, err := w.readCut(meta)
	if err != nil {
		return nil, nil, err
	}
	page := &graph.EntityPage{HasNext: cut.hasNext, HasPrevious: cut.hasPrevious, Total: cut.total}
	var ids []string
	for _, row := range cut.rows {
		key, _ := row[0].(string)
		id, _ := row[1].(string)
		page.Cursors, ids = append(page.Cursors, w.encode(key)), append(ids, id)
	}
	return page, ids, nil
}

// entitiesInArticles finds a list for each article. Members without a mention come last.
const entitiesInArticles = `UNWIND range(0, size($ids) - 1) AS slot
CALL (slot) {
MATCH (a:Article {id: $ids[slot]})<-[:NAMED_IN]-(m:Member) USING INDEX SEEK a:Article(id) WHERE m.entityId IS NOT NULL
WITH m.entityId AS id, min(reduce(first = 2147483647, start IN m.mentionStarts | CASE WHEN start < first THEN start ELSE first END)) AS first ORDER BY first, id
RETURN collect(id) AS list
}
WITH collect([slot, list]) AS meta, collect(list) AS ids
`

// EntitiesIn returns the entities of each article, in one statement.
func (r entityReader) EntitiesIn(ctx context.Context, articleIDs []string) ([][]graph.Entity, error) {
	if len(articleIDs) == 0 {
		return nil, nil
	}
	lists := make([][]graph.Entity, len(articleIDs))
	err := r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		meta, f, err := askFilled(ask, entitiesInArticles+entitiesAlone, map[string]any{"ids": anyList(articleIDs)})
		if err != nil {
			return nil, err
		}
		for _, value := range meta {
			row := mapping.FieldsOf(value)
			slot, ids := row.Count(), row.Texts()
			if row.Err != nil || slot >= len(lists) {
				return nil, fmt.Errorf("list %d of %d: %w", slot, len(lists), errors.Join(graph.ErrCorrupt, row.Err))
			}
			lists[slot] = nil
			for _, id := range ids {
				if e := f.entity(id); e != nil {
					lists[slot] = append(lists[slot], e)
				}
			}
		}
		return f, nil
	})
	if err != nil {
		return nil, bolt.Translate(err, "entities in %.200q", articleIDs)
	}
	return lists, nil
}
