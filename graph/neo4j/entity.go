package neo4j

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/storekit"
)

// foremost chooses, of the entities of ids, the one that most reports name, then
// that with the smallest ID. One alone needs no counting.
func foremost(ids, one, carried string) string {
	return `CALL (` + ids + `) {
UNWIND ` + ids + ` AS id
CALL (id, ` + ids + `) {
WITH id, ` + ids + ` WHERE size(` + ids + `) > 1
MATCH (bearer:Entity {id: id})<-[:OF]-(:Member)<-[:NAMES]-(r:Report) USING INDEX SEEK bearer:Entity(id)
RETURN count(DISTINCT r) AS reports
}
WITH id, reports ORDER BY reports DESC, id
RETURN head(collect(id)) AS ` + one + `
}
WITH ` + carried + one + `
`
}

// Entity finds one entity, in one statement.
func (s *Store) Entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	entity, err := s.entity(ctx, ref)
	return entity, translate(err, "entity %+v", ref)
}

func (s *Store) entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	if err := storekit.CheckRef(ref); err != nil {
		return nil, err
	}
	params := make(map[string]any)
	putRef(params, "who", ref)
	text := "WITH 0 AS slot\n" + found("$whoId", "$whoName", "who", "heir", "") + foremost("who", "one", "heir, ") +
		"WITH [heir, one] AS meta, [[one]] AS ids\n" + entitiesAlone
	var entity graph.Entity
	err := s.answer(ctx, func(ask asker) (*filling, error) {
		for range maxDescent {
			meta, f, err := askFilled(ask, text, params)
			if err != nil {
				return nil, err
			}
			row := newFields(meta)
			heir, id := row.Text(), row.Text()
			if heir != "" {
				params["whoId"] = heir
				continue
			}
			if id == "" {
				return nil, graph.ErrNotFound
			}
			entity = f.entity(id)
			return f, row.Err
		}
		return nil, fmt.Errorf("%w: heirs without end", graph.ErrCorrupt)
	})
	if err == nil && entity == nil {
		err = graph.ErrNotFound
	}
	return entity, err
}
