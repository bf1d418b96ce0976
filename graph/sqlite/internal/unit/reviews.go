package unit

import (
	"encoding/json"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/sqlite/internal/read"
	"dateline/graph/storekit"
)

const (
	selectReviewsOf = `SELECT r.id FROM json_each(?) w JOIN reviews r ON r.block = w.value`
	deleteReviews   = `DELETE FROM reviews WHERE id IN (SELECT value FROM json_each(?))`
	putReview       = `INSERT INTO reviews (id, block, kind, reverse_weight, content) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET block = ?2, kind = ?3, reverse_weight = ?4, content = ?5
WHERE (block, kind, reverse_weight, content) <> (?2, ?3, ?4, ?5)`
	setReviewLock    = `UPDATE reviews SET locked_by = ?2, locked_until = ?3 WHERE id = ?1`
	putReviewSkip    = `INSERT OR IGNORE INTO review_skips (review_id, author) VALUES (?, ?)`
	deleteReviewSkip = `DELETE FROM review_skips WHERE review_id = ? AND author = ?`
)

// reviews writes reviews.
type reviews struct{ *statements }

// PutReviews stores the reviews of blocks.
func (tx reviews) PutReviews(blocks []string, reviews []*graph.Review) error {
	return db.Translate(tx.putReviews(blocks, reviews), "put %d reviews of %q", len(reviews), blocks)
}

func (tx reviews) putReviews(blocks []string, reviews []*graph.Review) error {
	stored, err := tx.Texts(selectReviewsOf, mapping.IDList(blocks))
	if err != nil {
		return err
	}
	stay := make(map[string]bool, len(reviews))
	for _, r := range reviews {
		stay[r.ID] = true
	}
	var gone []string
	for _, id := range stored {
		if !stay[id] {
			gone = append(gone, id)
		}
	}
	if len(gone) > 0 {
		if err := tx.exec(deleteReviews, mapping.IDList(gone)); err != nil {
			return err
		}
	}
	for _, r := range reviews {
		content, err := json.Marshal(r)
		if err != nil {
			return err
		}
		if err := tx.exec(putReview, r.ID, blocks[0], string(r.Kind), storekit.ReverseWeight(r), string(content)); err != nil {
			return err
		}
	}
	return nil
}

// LockReview gives a review to a person.
func (tx reviews) LockReview(id, by string, now, until time.Time) (*graph.Review, error) {
	r, err := read.Review(tx.View, id)
	if err == nil {
		storekit.LockReview(r, by, now, until)
		err = tx.exec(setReviewLock, id, r.LockedBy, storekit.Micros(r.LockedUntil))
	}
	return r, db.Translate(err, "lock review %.80q", id)
}

// SkipReview puts a review aside for a person, or takes that back.
func (tx reviews) SkipReview(id, by string, skip bool) (*graph.Review, error) {
	r, err := read.Review(tx.View, id)
	if err == nil {
		storekit.SkipReview(r, by, skip)
		query := deleteReviewSkip
		if skip {
			query = putReviewSkip
		}
		err = tx.exec(query, id, by)
	}
	return r, db.Translate(err, "skip review %.80q", id)
}
