package read

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	// The values of the events of a scope, in the table matched.
	countPublishers = `SELECT min(p.name), count(*) FROM matched m CROSS JOIN event_publishers p ON p.event_row = m.row AND p.is_host = 0 GROUP BY p.folded`
	countPlaces     = `SELECT e.place_id, count(*) FROM events e INDEXED BY events_by_place WHERE e.place_id <> '' AND e.row IN (SELECT row FROM matched) GROUP BY e.place_id`
	// The same of many events: all values in their order, and a set of rows.
	countManyPublishers = `SELECT min(p.name), count(*) FROM event_publishers p INDEXED BY event_publishers_by_name WHERE p.is_host = 0%s GROUP BY p.folded`
	countManyPlaces     = `SELECT e.place_id, count(*) FROM events e INDEXED BY events_by_place WHERE e.place_id <> ''%s GROUP BY e.place_id`

	ofMatched = ` FROM matched m CROSS JOIN event_parties p INDEXED BY event_parties_of_event ON p.event_row = m.row`

	countParties = `SELECT p.entity_id, count(*)`
	byParty      = ` GROUP BY p.entity_id`
	// The countries of an event, which counts once for each: its row goes into a set.
	selectCountries = `SELECT n.country, p.event_row`
	fromCountries   = `FROM entities n INDEXED BY entities_by_country CROSS JOIN event_parties p ON p.entity_id = n.id`
	andCountry      = ` AND n.country <> ''`
	countriesOf     = ` CROSS JOIN entities n ON n.id = p.entity_id WHERE n.country <> ''`
)

// Facets counts in SQL.
func (s eventReader) Facets(ctx context.Context, q graph.FacetQuery) ([]graph.FacetCount, error) {
	var found []graph.FacetCount
	err := s.read(ctx, func(r *View) error {
		if err := storekit.CheckFacets(q); err != nil {
			return err
		}
		facets := facets{r, q}
		counts, err := facets.remembered()
		if err != nil {
			return err
		}
		found = storekit.FacetCounts(counts, q.First)
		if q.By == graph.FacetParty || q.By == graph.FacetPlace {
			return facets.setEntities(found)
		}
		return nil
	})
	return found, db.Translate(err, "facets by %s of %s", q.By, storekit.Filter(q.EventFilter))
}

// facets are the counts that a query asks for, as a view sees them.
type facets struct {
	*View
	graph.FacetQuery
}

// remembered returns the counts as they were counted before, in this state of the graph.
func (f facets) remembered() (map[string]int, error) {
	key, err := json.Marshal(graph.FacetQuery{EventFilter: f.EventFilter, By: f.By})
	if err != nil {
		return nil, err
	}
	if counts, known := f.Cache.facets.Get(string(key), false); known {
		return counts, nil
	}
	counts, err := f.counts()
	if err == nil {
		f.Cache.facets.Keep(string(key), counts, false)
	}
	return counts, err
}

func (f facets) counts() (map[string]int, error) {
	if f.By == graph.FacetYear {
		return f.countByYear()
	}
	s, err := scopeOf(f.View, f.EventFilter, true)
	if err != nil {
		return nil, err
	}
	counts := make(map[string]int)
	count := func(query string, args []any) error {
		return f.Each(query, args, func(r *mapping.Row) error {
			counts[r.Text()] += r.Count()
			return nil
		})
	}
	switch f.By {
	case graph.FacetMeans, graph.FacetStatus:
		column := s.table + ".means"
		if f.By == graph.FacetStatus {
			column = s.table + ".status"
		}
		for _, p := range s.parts() {
			err := f.Each("SELECT "+column+" "+p.from, p.args, func(r *mapping.Row) error {
				counts[r.Text()]++ // GROUP BY would sort all of them
				return nil
			})
			if err != nil {
				return nil, err
			}
		}
		return counts, nil
	}
	if len(s.of) == 0 && (f.By == graph.FacetParty || f.By == graph.FacetCountry) {
		if found, err := f.countAllParties(count); err != nil || found != nil {
			return found, err
		}
		return counts, nil
	}
	if f.By == graph.FacetPublisher || f.By == graph.FacetPlace {
		query, err := f.countOfMany(s)
		if err != nil {
			return nil, err
		}
		if query.from != "" {
			return counts, count(query.from, query.args)
		}
	}
	matched, args := s.matched()
	if f.By == graph.FacetCountry {
		return f.countCountries(part{matched + selectCountries + ofMatched + countriesOf, args})
	}
	return counts, count(matched+map[graph.Facet]string{
		graph.FacetPublisher: countPublishers, graph.FacetPlace: countPlaces, graph.FacetParty: countParties + ofMatched + byParty,
	}[f.By], args)
}

// countOfMany returns the query for a facet of many events, none if they are few.
func (f facets) countOfMany(s *scope) (part, error) {
	var rows []part
	for _, p := range s.parts() {
		rows = append(rows, part{"SELECT " + s.row() + " " + p.from, p.args})
	}
	matched, err := f.setOf(rows...)
	if err != nil || matched.count <= few {
		return part{}, err
	}
	query, row := countManyPublishers, "p.event_row"
	if f.By == graph.FacetPlace {
		query, row = countManyPlaces, "e.row"
	}
	within := f.within(row, matched)
	return part{fmt.Sprintf(query, within.from), within.args}, nil
}

// countAllParties counts by the parties of all events that match, which it reads in the
// order of their parties.
func (f facets) countAllParties(count func(query string, args []any) error) (map[string]int, error) {
	s := &scope{from: eventsOfOne, long: eventsOfOne, table: "p", during: f.During}
	restricted := restricting{identities{f.View}, s, true}
	if err := restricted.to(f.EventFilter); err != nil || s.none {
		return nil, err
	}
	parts := s.parts()
	if f.By == graph.FacetCountry {
		for i := range parts {
			parts[i].from = selectCountries + " " + strings.Replace(parts[i].from, eventsOfOne, fromCountries, 1) + andCountry
		}
		return f.countCountries(parts...)
	}
	for _, p := range parts {
		if err := count(countParties+" "+p.from+byParty, p.args); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// countCountries counts the events by the countries that queries have for their rows.
func (f facets) countCountries(queries ...part) (map[string]int, error) {
	sets := make(map[string]*rowSet)
	for _, q := range queries {
		country, set := "", (*rowSet)(nil) // of the last row, which most rows share
		err := f.Each(q.from, q.args, func(r *mapping.Row) error {
			if next := r.Text(); set == nil || next != country {
				if country, set = next, sets[next]; set == nil {
					set = new(rowSet)
					sets[country] = set
				}
			}
			set.add(r.Number())
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	counts := make(map[string]int, len(sets))
	for country, set := range sets {
		counts[country] = set.count
	}
	return counts, nil
}

// matched returns the common table expression of a scope's events.
func (s *scope) matched() (string, []any) {
	query, args := "WITH matched (row) AS MATERIALIZED (", []any(nil)
	for i, p := range s.parts() {
		if i > 0 {
			query += " UNION ALL "
		}
		query += "SELECT " + s.row() + " " + p.from
		args = append(args, p.args...)
	}
	return query + ") ", args
}

func (f facets) countByYear() (map[string]int, error) {
	days, err := countByDay(f.View, f.EventFilter)
	counts := make(map[string]int)
	for day, count := range days {
		counts[graph.EDTFYear(day.Year).String()] += count
	}
	return counts, err
}

// setEntities sets the entities of counts by party or place.
func (f facets) setEntities(found []graph.FacetCount) error {
	ids := make([]string, len(found))
	for i := range found {
		ids[i] = found[i].Value
	}
	entities, err := Entities(f.View, slices.Values(ids))
	for i := range found {
		found[i].Entity = entities[found[i].Value]
	}
	return err
}
