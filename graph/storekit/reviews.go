package storekit

import (
	"slices"
	"time"

	"dateline/graph"
)

// CloneReview copies a review.
func CloneReview(r *graph.Review) *graph.Review {
	clone := *r
	clone.Parts, clone.SkippedBy = cloneCompared(r.Parts), cloneList(r.SkippedBy)
	clone.Comparisons = cloneList(r.Comparisons)
	for i, c := range clone.Comparisons {
		of := *c
		a, b := *c.A, *c.B
		of.A, of.B, of.Reasons = &a, &b, cloneList(c.Reasons)
		clone.Comparisons[i] = &of
	}
	return &clone
}

func cloneCompared(list []*graph.Compared) []*graph.Compared {
	clone := cloneList(list)
	for i, c := range clone {
		of := *c
		clone[i] = &of
	}
	return clone
}

// LockReview gives a review to a person until some time, as graph.ReviewTx has it.
func LockReview(r *graph.Review, by string, now, until time.Time) {
	if r.LockedBy != "" && r.LockedBy != by && r.LockedUntil.After(now) {
		return
	}
	if until.After(now) {
		r.LockedBy, r.LockedUntil = by, until.UTC().Truncate(time.Microsecond)
	} else if r.LockedBy == by {
		r.LockedBy, r.LockedUntil = "", time.Time{}
	}
}

// SkipReview puts a review aside for a person, or takes that back.
func SkipReview(r *graph.Review, by string, skip bool) {
	at, skipped := slices.BinarySearch(r.SkippedBy, by)
	switch {
	case skip && !skipped:
		r.SkippedBy = slices.Insert(r.SkippedBy, at, by)
	case !skip && skipped:
		r.SkippedBy = slices.Delete(r.SkippedBy, at, at+1)
	}
	if len(r.SkippedBy) == 0 {
		r.SkippedBy = nil
	}
}

// latestReview is more than the weight of any review.
const latestReview = 1_000_000_000

// ReverseWeight sorts reviews by falling weight.
func ReverseWeight(r *graph.Review) int64 { return max(0, latestReview-int64(r.Weight())) }

// Micros and FromMicros are how stores keep the time of a lock: microseconds since 1970, 0
// for the zero Time.
func Micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// FromMicros reads what Micros returned.
func FromMicros(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}
