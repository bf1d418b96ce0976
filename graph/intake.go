package graph

import (
	"context"
	"slices"
)

// Submission is an article as somebody hands it in, of which nothing has been read yet.
// Only Text or HTML is needed; the rest is found in them where it can be.
type Submission struct {
	ExternalID, URL, Title, Publisher, Byline, Language string
	// Published is a day or an instant in any common form.
	Published string
	Text      string
	HTML      string
}

// LoadOutcome is what became of a submission.
type LoadOutcome string

// ADDED: it is new. REPLACED: it replaced an older version. UNCHANGED: it was there
// already. OLDER: a newer version was there, and stays. FAILED: it could not be read or
// stored.
const (
	LoadAdded     LoadOutcome = "ADDED"
	LoadReplaced  LoadOutcome = "REPLACED"
	LoadUnchanged LoadOutcome = "UNCHANGED"
	LoadOlder     LoadOutcome = "OLDER"
	LoadFailed    LoadOutcome = "FAILED"
)

var loadOutcomes = []LoadOutcome{LoadAdded, LoadReplaced, LoadUnchanged, LoadOlder, LoadFailed}

// LoadOutcomes lists the outcomes, in the schema's order.
func LoadOutcomes() []LoadOutcome { return slices.Clone(loadOutcomes) }

// Loaded says what became of a submission.
type Loaded struct {
	// Index is its place among those that were handed in.
	Index   int
	Outcome LoadOutcome
	// ArticleID is empty if it could not be read.
	ArticleID string
	// Reports is how many reports it has.
	Reports int
	// Warnings say what was ignored or replaced.
	Warnings []string
	// Reason says why it failed.
	Reason string
}

// Intake takes articles into a store.
type Intake interface {
	// Load reads and stores articles. It calls report for each, one at a time and in no
	// order, after it is stored: what was reported without a failure survives a crash. A
	// submission that fails does not affect the others. Load returns an error only if it
	// had to stop, because ctx ended or the store takes nothing more.
	Load(ctx context.Context, submissions []Submission, report func(Loaded)) error
}
