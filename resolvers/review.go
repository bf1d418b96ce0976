package resolvers

import (
	"context"
	"errors"
	"slices"
	"time"

	"dateline/graph"
	"dateline/schema/model"
)

// lockTime is how long a review is locked for.
const lockTime = 10 * time.Minute

func (r queryResolver) Reviews(ctx context.Context, kinds []graph.ReviewKind, skipped, free *bool, page model.Page) (*model.ReviewConnection, error) {
	request, err := pageRequest(ctx, page)
	if err != nil {
		return nil, err
	}
	query := graph.ReviewQuery{Kinds: kinds, PageRequest: request}
	if !orZero(skipped) {
		query.NotSkippedBy = authorOf(ctx)
	}
	if orZero(free) {
		query.FreeFor, query.FreeAt = authorOf(ctx), time.Now()
	}
	reviews, err := r.store.Reviews(ctx, query)
	if err != nil {
		return nil, err
	}
	return &model.ReviewConnection{Connection: model.Connection[*graph.Review](*reviews), Query: query}, nil
}

type reviewConnectionResolver struct{ store graph.Reader }

func (r reviewConnectionResolver) Counts(ctx context.Context, reviews *model.ReviewConnection) ([]*model.ReviewCount, error) {
	counts, err := r.store.ReviewCounts(ctx, reviews.Query)
	if err != nil {
		return nil, err
	}
	list := []*model.ReviewCount{}
	for _, kind := range graph.ReviewKinds() {
		list = append(list, &model.ReviewCount{Kind: kind, Count: counts[kind]})
	}
	return list, nil
}

type reviewResolver struct{}

// Lock returns the lock unless it has ended.
func (reviewResolver) Lock(ctx context.Context, review *graph.Review) (*model.ReviewLock, error) {
	if review.LockedBy == "" || !review.LockedUntil.After(time.Now()) {
		return nil, nil
	}
	return &model.ReviewLock{By: review.LockedBy, Mine: review.LockedBy == authorOf(ctx), Until: review.LockedUntil}, nil
}

func (reviewResolver) Skipped(ctx context.Context, review *graph.Review) (bool, error) {
	return slices.Contains(review.SkippedBy, authorOf(ctx)), nil
}

func (r mutationResolver) LockReview(ctx context.Context, id string) (*model.ReviewPayload, error) {
	return r.review(func() (*graph.Review, error) { return r.editor.LockReview(ctx, id, authorOf(ctx), lockTime) }, func(review *graph.Review) bool {
		return review.LockedBy == authorOf(ctx)
	})
}

func (r mutationResolver) UnlockReview(ctx context.Context, id string) (*model.ReviewPayload, error) {
	return r.review(func() (*graph.Review, error) { return r.editor.LockReview(ctx, id, authorOf(ctx), 0) }, func(review *graph.Review) bool {
		return review.LockedBy == "" || !review.LockedUntil.After(time.Now())
	})
}

func (r mutationResolver) SkipReview(ctx context.Context, id string, skip *bool) (*model.ReviewPayload, error) {
	return r.review(func() (*graph.Review, error) {
		by := authorOf(ctx)
		if orDefault(skip, true) {
			if _, err := r.editor.LockReview(ctx, id, by, 0); err != nil {
				return nil, err
			}
		}
		return r.editor.SkipReview(ctx, id, by, orDefault(skip, true))
	}, func(*graph.Review) bool { return true })
}

func (r mutationResolver) review(change func() (*graph.Review, error), granted func(*graph.Review) bool) (*model.ReviewPayload, error) {
	if r.editor == nil {
		return nil, userError{"This server does not take edits.", graph.ErrReadOnly}
	}
	review, err := change()
	if errors.Is(err, graph.ErrNotFound) {
		return nil, userError{"There is no such review: it was decided, or newer articles have settled it.", graph.ErrNotFound}
	}
	if err != nil {
		return nil, err
	}
	return &model.ReviewPayload{Review: review, Granted: granted(review)}, nil
}
