package read

import (
	"context"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// facetValues has, for each facet, Cypher that turns rows of events into rows of a value,
// key, and the number of events that have it.
var facetValues = map[graph.Facet]string{
	graph.FacetMeans:  "WITH DISTINCT e\nWITH e.means AS key, count(*) AS events\n",
	graph.FacetStatus: "WITH DISTINCT e\nWITH e.status AS key, count(*) AS events\n",
	graph.FacetPlace:  "WITH DISTINCT e\nWITH e.placeId AS key, count(*) AS events\n",
	graph.FacetYear: "WITH DISTINCT e WHERE NOT e.undated AND e.earliest > $unknown\n" +
		"WITH substring(e.earliest, 0, 4) AS key, count(*) AS events\n",
	graph.FacetPublisher: "WITH DISTINCT e\nMATCH (e)<-[:OF]-(:Report)-[:IN]->(a:Article) WHERE a.publisherFolded <> ''\n" +
		"WITH a.publisherFolded AS folded, min(a.publisher) AS key, count(DISTINCT e) AS events\n",
	graph.FacetParty: "WITH DISTINCT e\nMATCH (e)<-[q:PARTICIPATED_IN]-()\nWITH q.entityId AS key, count(DISTINCT e) AS events\n",
	graph.FacetCountry: "WITH DISTINCT e\nMATCH (e)<-[:PARTICIPATED_IN]-(n:Entity) WHERE n.country <> ''\n" +
		"WITH n.country AS key, count(DISTINCT e) AS events\n",
}

// Facets counts in Cypher.
func (r eventReader) Facets(ctx context.Context, q graph.FacetQuery) ([]graph.FacetCount, error) {
	found, err := r.facets(ctx, q)
	return found, bolt.Translate(err, "facets by %s of %s", q.By, storekit.Filter(q.EventFilter))
}

func (r eventReader) facets(ctx context.Context, q graph.FacetQuery) ([]graph.FacetCount, error) {
	if err := storekit.CheckFacets(q); err != nil {
		return nil, err
	}
	sc, err := scopeOf(q.EventFilter, graph.OrderTimeAscending)
	if err != nil {
		return nil, err
	}
	sc.params["unknown"] = graph.MinDate.String()
	var found []graph.FacetCount
	err = r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		found = nil
		if err := sc.resolve(ask); err != nil || sc.none() {
			return nil, err
		}
		list, f, err := countEach(ask, sc, "null", facetValues[q.By])
		if err != nil {
			return nil, err
		}
		counts, err := readCounts(list)
		if err != nil {
			return nil, err
		}
		found = storekit.FacetCounts(counts, q.First)
		if q.By == graph.FacetParty || q.By == graph.FacetPlace {
			err = fillFacets(ask, found)
		}
		return f, err
	})
	return found, err
}

func readCounts(list []any) (map[string]int, error) {
	counts := make(map[string]int, len(list))
	for _, one := range list {
		pair := mapping.FieldsOf(one)
		value, count := pair.Text(), pair.Count()
		if pair.Err != nil {
			return nil, pair.Err
		}
		counts[value] += count
	}
	return counts, nil
}

// fillFacets sets the entities of counts by party or place.
func fillFacets(ask bolt.Asker, found []graph.FacetCount) error {
	ids := make([]string, len(found))
	for i := range found {
		ids[i] = found[i].Value
	}
	entities, err := entitiesByID(ask, ids)
	for i := range found {
		found[i].Entity = entities[found[i].Value]
	}
	return err
}

// entitiesByID reads entities with the organizations of their positions. One that was
// just deleted makes the answer be read again.
func entitiesByID(ask bolt.Asker, ids []string) (map[string]graph.Entity, error) {
	entities := make(map[string]graph.Entity, len(ids))
	if len(ids) == 0 {
		return entities, nil
	}
	_, f, err := askFilled(ask, "WITH [] AS meta, [$ids] AS ids\n"+entitiesAlone, map[string]any{"ids": anyList(ids)})
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		e := f.entity(id)
		if e == nil {
			return nil, bolt.ErrChanged
		}
		entities[id] = e
	}
	return entities, nil
}
