package graphtest

import (
	"context"
	"fmt"
	"slices"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"
)

// View shows what is committed.
func (m *Memory) View(ctx context.Context, look func(b graph.BlockReader) error) error {
	s, err := m.read(ctx)
	if err != nil {
		return err
	}
	if err := look(&memoryTx{ctx: ctx, state: s.clone()}); err != nil {
		return fmt.Errorf("memory: view: %w", err)
	}
	return nil
}

func (tx *memoryTx) PutReviews(blocks []string, reviews []*graph.Review) error {
	if err := ended(tx.ctx); err != nil {
		return err
	}
	before := tx.state.reviews
	tx.state.reviews = map[string]reviewIn{}
	for id, in := range before {
		if !slices.Contains(blocks, in.block) {
			tx.state.reviews[id] = in
		}
	}
	for _, r := range reviews {
		r = storekit.CloneReview(r)
		r.LockedBy, r.LockedUntil, r.SkippedBy = "", time.Time{}, nil
		if was := before[r.ID].review; was != nil {
			r.LockedBy, r.LockedUntil, r.SkippedBy = was.LockedBy, was.LockedUntil, was.SkippedBy
		}
		tx.state.reviews[r.ID] = reviewIn{blocks[0], r}
	}
	return nil
}

// changeReview replaces a review by a copy that change has changed.
func (tx *memoryTx) changeReview(id string, change func(r *graph.Review)) (*graph.Review, error) {
	if err := ended(tx.ctx); err != nil {
		return nil, err
	}
	in, found := tx.state.reviews[id]
	if !found {
		return nil, fmt.Errorf("memory: %w: review %q", graph.ErrNotFound, id)
	}
	in.review = storekit.CloneReview(in.review)
	change(in.review)
	tx.state.reviews[id] = in
	return storekit.CloneReview(in.review), nil
}

func (tx *memoryTx) LockReview(id, by string, now, until time.Time) (*graph.Review, error) {
	return tx.changeReview(id, func(r *graph.Review) { storekit.LockReview(r, by, now, until) })
}

func (tx *memoryTx) SkipReview(id, by string, skip bool) (*graph.Review, error) {
	return tx.changeReview(id, func(r *graph.Review) { storekit.SkipReview(r, by, skip) })
}

// Reviews scans all reviews.
func (m reviewReader) Reviews(ctx context.Context, q graph.ReviewQuery) (*graph.ReviewPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	l := list[*graph.Review]{order: "reviews", width: 2, keys: func(r *graph.Review) []string {
		return []string{manyKey(r.Weight()), r.ID}
	}}
	for _, in := range s.reviews {
		if matchesReview(in.review, q) && (len(q.Kinds) == 0 || slices.Contains(q.Kinds, in.review.Kind)) {
			l.nodes = append(l.nodes, storekit.CloneReview(in.review))
		}
	}
	return l.page(q.PageRequest)
}

// ReviewCounts scans all reviews.
func (m reviewReader) ReviewCounts(ctx context.Context, q graph.ReviewQuery) (map[graph.ReviewKind]int, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	counts := map[graph.ReviewKind]int{}
	for _, in := range s.reviews {
		if matchesReview(in.review, q) {
			counts[in.review.Kind]++
		}
	}
	return counts, nil
}

// matchesReview compares a review with all of a query but its kinds.
func matchesReview(r *graph.Review, q graph.ReviewQuery) bool {
	skipped := q.NotSkippedBy != "" && slices.Contains(r.SkippedBy, q.NotSkippedBy)
	taken := q.FreeFor != "" && r.LockedBy != "" && r.LockedBy != q.FreeFor && r.LockedUntil.After(q.FreeAt)
	return !skipped && !taken && (q.ID == "" || q.ID == r.ID)
}

// ReportCounts scans all reports.
func (tx *memoryTx) ReportCounts(memberIDs []string) (map[string]int, error) {
	counts := map[string]int{}
	for _, id := range storekit.Distinct(memberIDs) {
		reports, err := tx.ReportsWith([]string{id})
		if err != nil {
			return nil, err
		}
		if len(reports) > 0 {
			counts[id] = len(reports)
		}
	}
	return counts, nil
}
