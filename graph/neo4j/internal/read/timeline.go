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

// Timeline counts by day in Cypher, and adds up the days of a unit.
func (r *Reader) Timeline(ctx context.Context, f graph.EventFilter, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	buckets, err := r.timeline(ctx, f, unit)
	return buckets, bolt.Translate(err, "timeline by %s of %s", unit, storekit.Filter(f))
}

func (r *Reader) timeline(ctx context.Context, f graph.EventFilter, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	if _, err := unit.Bucket(graph.MinDate); err != nil {
		return nil, err
	}
	sc, err := scopeOf(f, graph.OrderTimeAscending)
	if err != nil {
		return nil, err
	}
	var days map[graph.Date]int
	err = r.answer(ctx, func(ask bolt.Asker) (f *filling, err error) {
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
	sc.putParties(nil)
	sc.params["all"], sc.params["unknown"] = sc.ranges(0, sc.bounds()), graph.MinDate.String()
	text := sc.head() + "CALL " + sc.imports() + " {\nCALL " + sc.imports() + " {\n" +
		sc.rows("all", "CASE WHEN "+sc.v+".undated THEN '' ELSE "+sc.v+".earliest END", "", false) +
		"}\nWITH DISTINCT e, key WHERE key > $unknown\nWITH key, count(*) AS events\nRETURN collect([key, events]) AS days\n}\nRETURN heir, otherHeir, " + sc.unknown() + ", days"
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
		days, err := readDays(list)
		return days, f, errors.Join(row.Err, err)
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
