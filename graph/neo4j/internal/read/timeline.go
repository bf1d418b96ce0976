package read

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// Timeline counts by day in Cypher, and adds up the days of a unit.
func (r eventReader) Timeline(ctx context.Context, f graph.EventFilter, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	buckets, err := r.timeline(ctx, f, unit)
	return buckets, bolt.Translate(err, "timeline by %s of %s", unit, storekit.Filter(f))
}

func (r eventReader) timeline(ctx context.Context, f graph.EventFilter, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	if _, err := unit.Bucket(graph.MinDate); err != nil {
		return nil, err
	}
	sc, err := scopeOf(f, graph.OrderTimeAscending)
	if err != nil {
		return nil, err
	}
	var days map[graph.Date]int
	err = r.answer(ctx, func(ask bolt.Asker) (f *filling, err error) {
		if err := sc.resolve(ask); err != nil {
			return nil, err
		}
		if !sc.none() {
			days, f, err = countByDay(ask, sc)
		}
		return f, err
	})
	if err != nil {
		return nil, err
	}
	return storekit.Buckets(days, unit)
}

// countByDay counts the events that begin on each day.
func countByDay(ask bolt.Asker, sc *scope) (map[graph.Date]int, *filling, error) {
	sc.params["unknown"] = graph.MinDate.String()
	list, f, err := countEach(ask, sc, "CASE WHEN "+sc.v+".undated THEN '' ELSE "+sc.v+".earliest END",
		"WITH DISTINCT e, key WHERE key > $unknown\nWITH key, count(*) AS events\n")
	if err != nil {
		return nil, nil, err
	}
	days, err := readDays(list)
	return days, f, err
}

// countEach counts the events of a scope by values: column is what of an event is kept as
// key, and count Cypher that makes rows of key and events of rows of e and key. It returns
// the pairs of both.
func countEach(ask bolt.Asker, sc *scope, column, count string) ([]any, *filling, error) {
	sc.putParties(nil)
	sc.params["all"] = sc.ranges(0, sc.bounds())
	text := sc.head() + "CALL " + sc.imports() + " {\nCALL " + sc.imports() + " {\n" + sc.rows("all", column, "", false) +
		"}\n" + count + "RETURN collect([key, events]) AS counts\n}\nRETURN heir, otherHeir, " + sc.unknown() + ", counts"
	for range maxDescent {
		rows, err := ask(text, sc.params)
		if err != nil {
			return nil, nil, err
		}
		if len(rows) != 1 {
			return nil, nil, fmt.Errorf("%w: %d rows where one is expected", graph.ErrCorrupt, len(rows))
		}
		row := mapping.NewFields(rows[0])
		heir, otherHeir, unknown, list := row.Text(), row.Text(), row.Bool(), row.List()
		if sc.inherit(0, heir, otherHeir) {
			continue
		}
		f := &filling{missing: make(map[string]bool)}
		if unknown {
			f.missing[missingParty] = true
		}
		return list, f, row.Err
	}
	return nil, nil, fmt.Errorf("%w: a cycle of successors", graph.ErrCorrupt)
}

func readDays(list []any) (map[graph.Date]int, error) {
	days := make(map[graph.Date]int, len(list))
	for _, one := range list {
		pair := mapping.FieldsOf(one)
		day, count := pair.Day(), pair.Count()
		if pair.Err != nil {
			return nil, pair.Err
		}
		days[day] = count
	}
	return days, nil
}
