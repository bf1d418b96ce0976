package read

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

const (
	reviewOrder = "reviews"

	reviewsOf = `UNWIND $kinds AS kind CALL (kind) {
MATCH (v:Review) USING INDEX v:Review(kind, key) WHERE v.kind = kind AND v.key >= $from AND v.key < $to AND ($id = '' OR v.id = $id)
AND ($skipper = '' OR v.skippedBy IS NULL OR NOT $skipper IN v.skippedBy)
AND ($free = '' OR v.lockedBy IS NULL OR v.lockedBy = $free OR v.lockedUntil <= $at) `
	someReview   = reviewsOf + `RETURN 1 AS one LIMIT 1 } RETURN count(one) > 0`
	countReviews = reviewsOf + `RETURN count(v) AS reviews } RETURN kind, reviews`
)

var (
	firstReviews = reviewsOf + `RETURN v ORDER BY v.kind, v.key LIMIT $limit } WITH v ORDER BY v.key LIMIT $limit RETURN v.key, ` + mapping.ReviewList("v")
	lastReviews  = reviewsOf + `RETURN v ORDER BY v.kind DESC, v.key DESC LIMIT $limit } WITH v ORDER BY v.key DESC LIMIT $limit RETURN v.key, ` + mapping.ReviewList("v")
)

// Reviews returns a page of reviews.
func (r reviewReader) Reviews(ctx context.Context, q graph.ReviewQuery) (*graph.ReviewPage, error) {
	var page *graph.ReviewPage
	err := r.db.Read(ctx, func(ask bolt.Asker) (err error) {
		page, err = reviewPage(ask, q)
		return err
	})
	return page, bolt.Translate(err, "reviews of %v", q.Kinds)
}

func reviewPage(ask bolt.Asker, q graph.ReviewQuery) (*graph.ReviewPage, error) {
	w, err := windowOf(q.PageRequest, reviewOrder)
	if err != nil {
		return nil, err
	}
	params := reviewParams(q, q.Kinds)
	params["limit"] = w.limit + 1
	past := false
	if w.Cursor != "" {
		before := map[bool][2]string{false: {"", w.Cursor + "\x00"}, true: {w.Cursor, lastKey}}[w.Backward]
		params["from"], params["to"] = before[0], before[1]
		rows, err := ask(someReview, params)
		if err != nil {
			return nil, err
		}
		past = mapping.NewFields(rows[0]).Bool()
		params["from"], params["to"] = w.Cursor+"\x00", lastKey
	}
	statement := firstReviews
	if w.Backward {
		statement = lastReviews
		if w.Cursor != "" {
			params["from"], params["to"] = "", w.Cursor
		}
	}
	rows, err := ask(statement, params)
	if err != nil {
		return nil, err
	}
	var keys []string
	reviews := make(map[string]*graph.Review, len(rows))
	for _, row := range rows {
		f, of := mapping.NewFields(row[:1]), mapping.FieldsOf(row[1])
		key := f.Text()
		keys, reviews[key] = append(keys, key), of.Review()
		if err := mapping.FirstOf(f.Err, of.Err); err != nil {
			return nil, err
		}
	}
	total := 0
	if w.Total {
		counts, err := reviewCounts(ask, q, q.Kinds)
		if err != nil {
			return nil, err
		}
		for _, count := range counts {
			total += count
		}
	}
	found := pageFrom(w, keys, past, total)
	var nodes []*graph.Review
	for _, key := range found.Nodes {
		nodes = append(nodes, reviews[key])
	}
	return storekit.WithNodes(found, nodes), nil
}

func reviewParams(q graph.ReviewQuery, of []graph.ReviewKind) map[string]any {
	if len(of) == 0 {
		of = graph.ReviewKinds()
	}
	var kinds []string
	for _, kind := range storekit.Distinct(of) {
		kinds = append(kinds, string(kind))
	}
	return map[string]any{
		"kinds": kinds, "from": "", "to": lastKey, "id": q.ID, "skipper": q.NotSkippedBy, "free": q.FreeFor, "at": storekit.Micros(q.FreeAt),
	}
}

// ReviewCounts counts reviews by kind.
func (r reviewReader) ReviewCounts(ctx context.Context, q graph.ReviewQuery) (map[graph.ReviewKind]int, error) {
	var counts map[graph.ReviewKind]int
	err := r.db.Read(ctx, func(ask bolt.Asker) (err error) {
		counts, err = reviewCounts(ask, q, nil)
		return err
	})
	return counts, bolt.Translate(err, "counts of reviews")
}

func reviewCounts(ask bolt.Asker, q graph.ReviewQuery, of []graph.ReviewKind) (map[graph.ReviewKind]int, error) {
	rows, err := ask(countReviews, reviewParams(q, of))
	if err != nil {
		return nil, err
	}
	counts := map[graph.ReviewKind]int{}
	for _, row := range rows {
		f := mapping.NewFields(row)
		kind, count := graph.ReviewKind(f.Text()), f.Count()
		if count > 0 {
			counts[kind] = count
		}
		if f.Err != nil {
			return nil, f.Err
		}
	}
	return counts, nil
}

// Review returns one review, which it locks, or graph.ErrNotFound.
func Review(ask bolt.Asker, id string) (*graph.Review, error) {
	rows, err := ask(`MATCH (v:Review {id: $id}) USING INDEX SEEK v:Review(id) REMOVE v:Held RETURN `+mapping.ReviewList("v"), map[string]any{"id": id})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("%w: review %.80q", graph.ErrNotFound, id)
	}
	f := mapping.FieldsOf(rows[0][0])
	return f.Review(), f.Err
}
