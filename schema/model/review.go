package model

import (
	"time"

	"dateline/graph"
)

// ReviewConnection is a page of reviews, and what was asked for.
type ReviewConnection struct {
	Connection[*graph.Review]
	Query graph.ReviewQuery
}

// ReviewCount is how many reviews there are of a kind.
type ReviewCount struct {
	Kind  graph.ReviewKind
	Count int
}

// ReviewLock is that somebody works on a review.
type ReviewLock struct {
	By    string
	Mine  bool
	Until time.Time
}

// ReviewPayload is what became of a review that was locked, unlocked or skipped.
type ReviewPayload struct {
	Review  *graph.Review
	Granted bool
}
