package unit

import (
	"time"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/neo4j/internal/read"
	"dateline/graph/storekit"
)

const (
	// putReviews keeps what people have set of a review that stays.
	putReviews = `UNWIND $reviews AS row
CALL (row) { UNWIND row.blocks AS block MATCH (old:Review {block: block}) USING INDEX SEEK old:Review(block) WHERE NOT old.id IN row.ids DELETE old }
CALL (row) { UNWIND row.reviews AS review MERGE (v:Review {id: review.id}) SET v += review }`

	setReview = `UNWIND $rows AS row MATCH (v:Review {id: row.id}) USING INDEX SEEK v:Review(id)
SET v.lockedBy = row.lockedBy, v.lockedUntil = row.lockedUntil, v.skippedBy = row.skippedBy`
)

// reviews puts and changes reviews.
type reviews struct {
	*statements
	waiting []any // rows of putReviews, written last of all
}

// PutReviews stores the reviews of blocks at the end of the change.
func (tx *reviews) PutReviews(blocks []string, reviews []*graph.Review) error {
	if err := tx.Ended(); err != nil {
		return bolt.Translate(err, "put %d reviews", len(reviews))
	}
	ids, rows := []string{}, []any{}
	for _, r := range reviews {
		row, err := mapping.ReviewRow(blocks[0], r)
		if err != nil {
			return bolt.Translate(err, "put review %s", r.ID)
		}
		ids, rows = append(ids, r.ID), append(rows, row)
	}
	tx.waiting = append(tx.waiting, map[string]any{"blocks": blocks, "ids": ids, "reviews": rows})
	return nil
}

// changeReview changes what people have set of a review.
func (tx *reviews) changeReview(id string, change func(r *graph.Review)) (*graph.Review, error) {
	if len(tx.waiting) > 0 {
		if _, err := tx.Ask(putReviews, map[string]any{"reviews": tx.waiting}); err != nil {
			return nil, err
		}
		tx.waiting, tx.wrote = nil, true
	}
	r, err := read.Review(tx.Ask, id)
	if err != nil {
		return nil, err
	}
	change(r)
	row := map[string]any{"id": r.ID, "lockedBy": mapping.Nullable(r.LockedBy), "lockedUntil": nil, "skippedBy": nil}
	if r.LockedBy != "" {
		row["lockedUntil"] = storekit.Micros(r.LockedUntil)
	}
	if len(r.SkippedBy) > 0 {
		row["skippedBy"] = r.SkippedBy
	}
	return r, tx.write(setReview, []any{row})
}

// LockReview gives a review to a person.
func (tx *reviews) LockReview(id, by string, now, until time.Time) (*graph.Review, error) {
	r, err := tx.changeReview(id, func(r *graph.Review) { storekit.LockReview(r, by, now, until) })
	return r, bolt.Translate(err, "lock review %.80q", id)
}

// SkipReview puts a review aside for a person, or takes that back.
func (tx *reviews) SkipReview(id, by string, skip bool) (*graph.Review, error) {
	r, err := tx.changeReview(id, func(r *graph.Review) { storekit.SkipReview(r, by, skip) })
	return r, bolt.Translate(err, "skip review %.80q", id)
}
