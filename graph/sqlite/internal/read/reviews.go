package read

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	fromReviews = `FROM reviews v WHERE v.reverse_weight >= 0`
	ofKind      = ` AND v.kind = ?`
	ofReviewID  = ` AND v.id = ?`
	notSkipped  = ` AND NOT EXISTS (SELECT 1 FROM review_skips s WHERE s.review_id = v.id AND s.author = ?)`
	notTaken    = ` AND (v.locked_by = '' OR v.locked_by = ? OR v.locked_until <= ?)`

	selectReview = `SELECT ` + mapping.ReviewColumns + ` FROM reviews v WHERE v.id = ?`
)

var reviewOrder = ordering{name: "reviews", keys: []key{numberKey("v.reverse_weight"), textKey("v.id")}}

// Reviews returns a page of reviews.
func (s reviewReader) Reviews(ctx context.Context, q graph.ReviewQuery) (*graph.ReviewPage, error) {
	var page *graph.ReviewPage
	err := s.read(ctx, func(r *View) (err error) {
		l := list{columns: ", " + mapping.ReviewColumns, ordering: reviewOrder}
		for _, kind := range storekit.Distinct(q.Kinds) {
			l.parts = append(l.parts, reviewsOf(q).and(ofKind, string(kind)))
		}
		if len(l.parts) == 0 {
			l.parts = []part{reviewsOf(q)}
		}
		page, err = pageOf(r, l, q.PageRequest, readReview)
		return err
	})
	return page, db.Translate(err, "reviews of %v", q.Kinds)
}

// reviewsOf is all of a query but its kinds.
func reviewsOf(q graph.ReviewQuery) part {
	p := part{from: fromReviews}
	if q.ID != "" {
		p = p.and(ofReviewID, q.ID)
	}
	if q.NotSkippedBy != "" {
		p = p.and(notSkipped, q.NotSkippedBy)
	}
	if q.FreeFor != "" {
		p = p.and(notTaken, q.FreeFor, storekit.Micros(q.FreeAt))
	}
	return p
}

// ReviewCounts counts reviews by kind.
func (s reviewReader) ReviewCounts(ctx context.Context, q graph.ReviewQuery) (map[graph.ReviewKind]int, error) {
	counts := map[graph.ReviewKind]int{}
	err := s.read(ctx, func(r *View) error {
		p := reviewsOf(q)
		return r.Each(`SELECT v.kind, count(*) `+p.from+` GROUP BY v.kind`, p.args, func(r *mapping.Row) error {
			kind := graph.ReviewKind(r.Text())
			counts[kind] = r.Count()
			return nil
		})
	})
	return counts, db.Translate(err, "counts of reviews")
}

// Review returns one review, or graph.ErrNotFound.
func Review(r *View, id string) (*graph.Review, error) {
	var found *graph.Review
	err := r.Each(selectReview, []any{id}, func(r *mapping.Row) error {
		found = readReview(r)
		return nil
	})
	if err == nil && found == nil {
		err = fmt.Errorf("%w: review %.80q", graph.ErrNotFound, id)
	}
	return found, err
}

func readReview(r *mapping.Row) *graph.Review {
	review := &graph.Review{ID: r.Text(), Kind: graph.ReviewKind(r.Text()), LockedBy: r.Text(), LockedUntil: storekit.FromMicros(r.Number())}
	r.JSON(&review.SkippedBy)
	if len(review.SkippedBy) == 0 {
		review.SkippedBy = nil
	}
	r.JSON(review)
	return review
}
