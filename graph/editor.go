package graph

import (
	"context"
	"time"
)

// Editor carries out what people decide: it turns decisions into edits, stores them, and
// merges again what they are about. It is an interface since merging is not a store's
// work, and those who ask for it do not know who merges.
type Editor interface {
	// Edit stores decisions, all or none, and returns the edits in their order, with what
	// they change. With dryRun it stores nothing and returns what would be. It returns
	// ErrNotFound for an ID that nothing has, and ErrInvalid for a decision that cannot
	// be carried out.
	Edit(ctx context.Context, dryRun bool, decisions ...Decision) (*EditResult, error)
	// LockReview gives a review to a person for some time from now, or takes it away with no
	// time, as ReviewTx does.
	LockReview(ctx context.Context, id, by string, long time.Duration) (*Review, error)
	// SkipReview puts a review aside for a person, or takes that back.
	SkipReview(ctx context.Context, id, by string, skip bool) (*Review, error)
}

// Decision is what a person decides, by the IDs that this person sees: of entities and
// events as well as of members and reports.
type Decision struct {
	Kind           EditKind
	Author, Reason string
	// Parts are what it is about. A judgement has a part for each ID, or several IDs in a
	// part that are not judged against each other; any other decision has one ID: of an
	// entity, a report, an article or an edit. For ADD_REPORT it is the article's.
	Parts [][]string
	// Name, OrganizationKind and Positions are as in Edit.
	Name             string
	OrganizationKind OrganizationKind
	Positions        []Position
	// Correction is as in Edit, but its parties are given by any of their IDs, and it has
	// no Cast.
	Correction *Correction
	// Quote is the words of a new report, which the article has once; or else the
	// Correction has their Start and End.
	Quote string
}

// EditResult is what became of decisions.
type EditResult struct {
	Edits []*Edit
	// Changes are what entities and events became, where they are not what they were.
	Changes []ClusterChange
}

// ClusterChange is clusters that have members or reports in common, before and after
// edits: two that were joined, one that was parted, or one that is called otherwise.
type ClusterChange struct{ Before, After []Cluster }

// Cluster is an entity or an event with what was clustered into it.
type Cluster struct {
	ID string
	// Name is an entity's name or an event's summary.
	Name string
	// Detail is the kind of an organization, the positions of a person, or the status of an
	// event.
	Detail string
	// Members are the IDs of its members or reports, in order.
	Members []string
}

// Size returns how many members or reports a cluster has.
func (c Cluster) Size() int { return len(c.Members) }
