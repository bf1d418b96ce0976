package read

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// mostReported returns Cypher that chooses, from a list of entity IDs, the entity that
// most reports name, then the one with the smallest ID. A single one is not counted.
func mostReported(ids, one, carried string) string {
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
func (r entityReader) Entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	entity, err := r.entity(ctx, ref)
	return entity, bolt.Translate(err, "entity %+v", ref)
}

func (r entityReader) entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	if err := storekit.CheckRef(ref); err != nil {
		return nil, err
	}
	params := make(map[string]any)
	putRef(params, "who", ref)
	text := "WITH 0 AS slot\n" + found("$whoId", "$whoName", "$whoCountry", "who", "heir", "") + theState("$whoCountry", "who", "heir, ") + mostReported("who", "one", "heir, ") +
		"WITH [heir, one] AS meta, [[one]] AS ids\n" + entitiesAlone
	var entity graph.Entity
	err := r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		for range maxDescent {
			meta, f, err := askFilled(ask, text, params)
			if err != nil {
				return nil, err
			}
			row := mapping.NewFields(meta)
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
		return nil, fmt.Errorf("%w: a cycle of successors", graph.ErrCorrupt)
	})
	if err == nil && entity == nil {
		err = graph.ErrNotFound
	}
	return entity, err
}
