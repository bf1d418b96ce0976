package edit

import (
	"context"
	"fmt"
	"time"

	"dateline/graph"
)

// LockReview gives a review to a person for some time.
func (e *Editor) LockReview(ctx context.Context, id, by string, long time.Duration) (*graph.Review, error) {
	now := e.Now().UTC()
	return e.review(ctx, func(tx graph.Tx) (*graph.Review, error) { return tx.LockReview(id, by, now, now.Add(long)) })
}

// SkipReview puts a review aside for a person, or takes that back.
func (e *Editor) SkipReview(ctx context.Context, id, by string, skip bool) (*graph.Review, error) {
	return e.review(ctx, func(tx graph.Tx) (*graph.Review, error) { return tx.SkipReview(id, by, skip) })
}

func (e *Editor) review(ctx context.Context, change func(tx graph.Tx) (*graph.Review, error)) (*graph.Review, error) {
	var review *graph.Review
	err := e.Store.Update(ctx, func(tx graph.Tx) (err error) {
		review, err = change(tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("review: %w", err)
	}
	return review, nil
}
