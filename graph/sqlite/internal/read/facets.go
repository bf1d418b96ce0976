package read

import (
	"context"
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	// The values of the events of a scope, in the table matched.
	countPublishers = `SELECT min(a.publisher), count(DISTINCT r.event_id) FROM matched m CROSS JOIN reports r ON r.event_id = m.id JOIN articles a ON a.row = r.article_row
WHERE a.publisher_folded <> '' GROUP BY a.publisher_folded`
	countParties = `SELECT x.entity_id, count(*) FROM matched m CROSS JOIN event_parties x INDEXED BY event_parties_of_event ON x.event_id = m.id GROUP BY x.entity_id`
	countPlaces  = `SELECT e.place_id, count(*) FROM matched m CROSS JOIN events e ON e.row = m.row GROUP BY e.place_id`
	// Each country of an event once.
	countCountries = `SELECT country, count(*) FROM (SELECT DISTINCT m.id, n.country AS country FROM matched m
CROSS JOIN event_parties x INDEXED BY event_parties_of_event ON x.event_id = m.id CROSS JOIN entities n ON n.id = x.entity_id WHERE n.country <> '') GROUP BY country`
)

// Facets counts in SQL.
func (s *Reader) Facets(ctx context.Context, q graph.FacetQuery) ([]graph.FacetCount, error) {
	var found []graph.FacetCount
	err := s.read(ctx, func(r *View) error {
		if err := storekit.CheckFacets(q); err != nil {
			return err
		}
		counts, err := r.facetCounts(q)
		if err != nil {
			return err
		}
		found = storekit.FacetCounts(counts, q.First)
		if q.By == graph.FacetParty || q.By == graph.FacetPlace {
			return r.fillFacets(found)
		}
		return nil
	})
	return found, db.Translate(err, "facets by %s of %s", q.By, storekit.Filter(q.EventFilter))
}

func (r *View) facetCounts(q graph.FacetQuery) (map[string]int, error) {
	if q.By == graph.FacetYear {
		return r.countByYear(q.EventFilter)
	}
	s, err := r.scopeOf(q.EventFilter)
	if err != nil {
		return nil, err
	}
	counts := make(map[string]int)
	count := func(query string, args []any) error {
		return r.Each(query, args, func(r *mapping.Row) error {
			counts[r.Text()] += r.Count()
			return nil
		})
	}
	switch q.By {
	case graph.FacetMeans, graph.FacetStatus:
		column := s.table + ".means"
		if q.By == graph.FacetStatus {
			column = s.table + ".status"
		}
		for _, p := range s.parts() {
			if err := count("SELECT "+column+", count(*) "+p.from+" GROUP BY 1", p.args); err != nil {
				return nil, err
			}
		}
		return counts, nil
	}
	matched, args := s.matched()
	return counts, count(matched+map[graph.Facet]string{
		graph.FacetPublisher: countPublishers, graph.FacetParty: countParties, graph.FacetPlace: countPlaces, graph.FacetCountry: countCountries,
	}[q.By], args)
}

// matched returns the common table expression of a scope's events.
func (s *scope) matched() (string, []any) {
	query, args := "WITH matched (id, row) AS MATERIALIZED (", []any(nil)
	for i, p := range s.parts() {
		if i > 0 {
			query += " UNION ALL "
		}
		query += "SELECT " + s.id() + ", " + s.row() + " " + p.from
		args = append(args, p.args...)
	}
	return query + ") ", args
}

func (r *View) countByYear(f graph.EventFilter) (map[string]int, error) {
	days, err := r.countByDay(f)
	counts := make(map[string]int)
	for day, count := range days {
		counts[graph.EDTFYear(day.Year).String()] += count
	}
	return counts, err
}

// fillFacets sets the entities of counts by party or place.
func (r *View) fillFacets(found []graph.FacetCount) error {
	ids := make([]string, len(found))
	for i := range found {
		ids[i] = found[i].Value
	}
	entities, err := r.Entities(slices.Values(ids))
	for i := range found {
		found[i].Entity = entities[found[i].Value]
	}
	return err
}
