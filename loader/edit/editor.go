package edit

import (
	"context"
	"errors"
	"fmt"
	"time"

	"dateline/graph"
	"dateline/loader/merge"
)

// Editor is a graph.Editor of a store.
type Editor struct {
	Store graph.Writer
	// Now returns the time for Edit.Time.
	Now func() time.Time
}

var _ graph.Editor = (*Editor)(nil)

// errDryRun undoes a transaction.
var errDryRun = errors.New("dry run")

// MaxDecisions is how many decisions one call may have.
const MaxDecisions = 1000

// Edit carries out decisions in one transaction, and undoes it for a dry run.
func (e *Editor) Edit(ctx context.Context, dryRun bool, decisions ...graph.Decision) (*graph.EditResult, error) {
	if len(decisions) > MaxDecisions {
		return nil, fmt.Errorf("%w: %d decisions; at most %d are allowed at once", graph.ErrInvalid, len(decisions), MaxDecisions)
	}
	now := e.Now().UTC().Truncate(time.Microsecond)
	var result *graph.EditResult
	err := e.Store.Update(ctx, func(tx graph.Tx) (err error) {
		if result, err = carryOut(tx, decisions, now); err != nil {
			return err
		}
		if dryRun {
			return errDryRun
		}
		return nil
	})
	if errors.Is(err, errDryRun) {
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("edit: %w", err)
	}
	return result, nil
}

// carryOut stores the decisions, a microsecond apart so that the last of those that
// contradict each other counts.
func carryOut(tx graph.Tx, decisions []graph.Decision, now time.Time) (*graph.EditResult, error) {
	result := &graph.EditResult{}
	for i, d := range decisions {
		made, err := editOf(tx, d, now.Add(time.Duration(i)*time.Microsecond))
		if err != nil {
			return nil, err
		}
		result.Edits = append(result.Edits, made)
	}
	concerned, err := recordsOf(tx, result.Edits)
	if err != nil {
		return nil, err
	}
	before, err := merge.Clusters(tx, concerned)
	if err != nil {
		return nil, err
	}
	if err := merge.ApplyEdits(tx, result.Edits...); err != nil {
		return nil, err
	}
	still, err := recordsOf(tx, result.Edits)
	if err != nil {
		return nil, err
	}
	after, err := merge.Clusters(tx, still)
	if err != nil {
		return nil, err
	}
	result.Changes = changes(before, after, append(concerned, still...))
	return result, nil
}

// recordsOf returns the members and reports that edits are about: those that they name, or
// all of an article that they change.
func recordsOf(tx graph.Tx, edits []*graph.Edit) ([]string, error) {
	var ids, articles []string
	for _, e := range edits {
		for e.Kind == graph.EditWithdraw {
			withdrawn, err := findEdit(tx, e.Subjects[0].ID)
			if err != nil {
				return nil, err
			}
			e = withdrawn
		}
		for _, s := range e.Names() {
			ids = append(ids, s.ID)
		}
		switch e.Kind {
		case graph.EditCorrectReport, graph.EditRejectReport, graph.EditAddReport, graph.EditRemoveArticle:
			articles = append(articles, e.Subjects[0].ArticleID)
		}
	}
	batches, err := tx.Batches(articles)
	if err != nil {
		return nil, err
	}
	for _, b := range batches {
		for i := range b.Members {
			ids = append(ids, b.Members[i].ID)
		}
		for i := range b.Reports {
			ids = append(ids, b.Reports[i].ID)
		}
	}
	return ids, nil
}
