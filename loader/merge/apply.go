package merge

import (
	"fmt"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/entity"
	"dateline/loader/merge/event"
)

// Apply stores what articles say and clusters again the blocks that they touch, each once
// however many of the articles touch it. It returns an outcome for each batch, as if they
// had been applied one after the other. The graph afterwards depends only on the set of
// articles ever applied, not on their order, their number or how they were grouped.
//
// It returns graph.ErrInvalid for a batch that breaks graph.Batch.Check or has a type or
// means that merging does not know, and the errors of the store. Then no batch is applied.
func Apply(tx graph.Tx, batches ...*graph.Batch) ([]Outcome, error) {
	ids := make([]string, len(batches))
	for i, b := range batches {
		if err := check(b); err != nil {
			return nil, err
		}
		ids[i] = b.Article.ID
	}
	stored, err := tx.Batches(ids)
	if err != nil {
		return nil, fmt.Errorf("apply articles %q: %w", ids, err)
	}
	edits, err := editsOfArticles(tx, ids)
	if err != nil {
		return nil, fmt.Errorf("apply articles %q: %w", ids, err)
	}
	kept, outcomes := choose(stored, edits, batches)
	c := change{tx: tx, read: tx}
	for _, id := range sortedKeys(kept) {
		c.fresh = append(c.fresh, correct(kept[id], edits[id]))
		if old := stored[id]; old != nil {
			c.old = append(c.old, old)
		}
	}
	if len(c.fresh) == 0 {
		return outcomes, nil
	}
	if err := c.run(); err != nil {
		return nil, fmt.Errorf("apply articles %q: %w", ids, err)
	}
	return outcomes, nil
}

// choose returns the batches that are to be stored, as they were extracted, and the
// outcome of each batch.
func choose(stored map[string]*graph.Batch, edits map[string][]*graph.Edit, batches []*graph.Batch) (kept map[string]*graph.Batch, outcomes []Outcome) {
	kept, outcomes = map[string]*graph.Batch{}, make([]Outcome, len(batches))
	for i, b := range batches {
		if removal(edits[b.Article.ID]) != nil {
			outcomes[i] = Removed
			continue
		}
		fresh := withMemberBlocks(b.Extracted())
		old := kept[fresh.Article.ID]
		if was := stored[fresh.Article.ID]; old == nil && was != nil {
			old = was.Extracted()
		}
		outcomes[i] = outcomeOf(old, fresh)
		if outcomes[i] == Replaced {
			fresh.Article.LoadedAt = old.Article.LoadedAt
		}
		if outcomes[i] == Added || outcomes[i] == Replaced {
			kept[fresh.Article.ID] = fresh
		}
	}
	return kept, outcomes
}

func check(b *graph.Batch) error {
	if err := b.Check(); err != nil {
		return err
	}
	for i := range b.Reports {
		if err := event.Check(&b.Reports[i]); err != nil {
			return fmt.Errorf("batch of %s: %w", b.Article.ID, err)
		}
	}
	return nil
}

// withMemberBlocks returns a copy of the batch in which each member has its block.
func withMemberBlocks(batch *graph.Batch) *graph.Batch {
	fresh := *batch
	fresh.Members = slices.Clone(batch.Members)
	for i := range fresh.Members {
		fresh.Members[i].Block = entity.Block(&fresh.Members[i])
	}
	return &fresh
}
