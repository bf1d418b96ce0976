package graph

import (
	"context"
	"math"
	"slices"
	"time"
)

// Review is worth a person's look: a cluster, or clusters that are nearly one, with
// what is doubtful about it. Merging makes the reviews of a block whenever it clusters the
// block, and once a person has decided what is asked, it makes them no longer. They follow
// from the graph, and are no part of it: neither Walk nor Digest knows of them.
type Review struct {
	// ID is a hash of what is asked (see NewReview). The same question has the same ID.
	ID   string     `json:"-"`
	Kind ReviewKind `json:"-"`
	// Text is what is asked, in a sentence.
	Text string `json:"text"`
	// Effect is how many reports the answer can move, or how many of an event rest on what is
	// doubtful.
	Effect int `json:"effect"`
	// Doubt is how doubtful it is, from 0 to 1.
	Doubt float64 `json:"doubt"`
	// Parts are what is to be judged: of a doubtful merge those that it joined, of a near
	// miss those that were kept apart, else reports.
	Parts []*Compared `json:"parts"`
	// Comparisons are those that are in doubt.
	Comparisons []*Comparison `json:"comparisons,omitempty"`

	// The store fills the rest on reading.

	// LockedBy is who works on it until LockedUntil; empty if nobody does.
	LockedBy    string    `json:"-"`
	LockedUntil time.Time `json:"-"`
	// SkippedBy are those who have put it aside, in order.
	SkippedBy []string `json:"-"`
}

// Weight is what reviews are ordered by, in thousandths: those with more effect and more
// doubt come first.
func (r *Review) Weight() int { return int(math.Round(float64(r.Effect) * r.Doubt * 1000)) }

// ReviewKind is what is doubtful.
type ReviewKind string

// DOUBTFUL_MERGE: little joins what was taken for one. NEAR_MISS: little keeps apart what
// was not. WEAK_REPORT: an event rests on reports that may have been misread. CONFLICT:
// reports contradict each other.
const (
	ReviewDoubtfulMerge ReviewKind = "DOUBTFUL_MERGE"
	ReviewNearMiss      ReviewKind = "NEAR_MISS"
	ReviewWeakReport    ReviewKind = "WEAK_REPORT"
	ReviewConflict      ReviewKind = "CONFLICT"
)

var reviewKinds = []ReviewKind{ReviewDoubtfulMerge, ReviewNearMiss, ReviewWeakReport, ReviewConflict}

// ReviewKinds lists the kinds of review, in the schema's order.
func ReviewKinds() []ReviewKind { return slices.Clone(reviewKinds) }

// NewReview returns the review with its ID, which follows from what identifies the question.
func NewReview(r Review, about ...string) *Review {
	about = slices.Sorted(slices.Values(about))
	r.ID = NewID(PrefixReview, append([]string{string(r.Kind)}, about...)...)
	return &r
}

// ReviewReader reads what is worth a person's look.
type ReviewReader interface {
	// Reviews returns a page of reviews, those of the greatest weight first and then by ID.
	Reviews(ctx context.Context, q ReviewQuery) (*ReviewPage, error)
	// ReviewCounts counts the reviews of each kind that a query would return, whatever
	// its kinds and page; those without any are left out.
	ReviewCounts(ctx context.Context, q ReviewQuery) (map[ReviewKind]int, error)
}

// ReviewQuery asks for a page of reviews.
type ReviewQuery struct {
	// Kinds keeps the reviews of these kinds; none for all.
	Kinds []ReviewKind
	// NotSkippedBy leaves out what this person has put aside; empty for nobody.
	NotSkippedBy string
	// FreeFor leaves out what others than this person have locked at FreeAt; empty for nobody.
	FreeFor string
	FreeAt  time.Time
	// ID keeps the review with this ID; empty for all.
	ID string
	PageRequest
}

// ReviewPage is a page of reviews.
type ReviewPage = Page[*Review]

// ReviewTx is what a Tx has for reviews.
type ReviewTx interface {
	// PutReviews stores these as the only reviews of the blocks, of which there is at least
	// one. Locks and skips of those with an ID that is stored stay.
	PutReviews(blocks []string, reviews []*Review) error
	// LockReview gives a review to a person until some time, unless another has it now. It
	// returns the review as it is then, or ErrNotFound. With until no later than now, it
	// takes the person's own lock away.
	LockReview(id, by string, now, until time.Time) (*Review, error)
	// SkipReview puts a review aside for a person, or takes that back. It returns the review
	// as it is then, or ErrNotFound.
	SkipReview(id, by string, skip bool) (*Review, error)
}
