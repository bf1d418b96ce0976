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
	return ApplyVersions(tx, ByText, batches...)
}

// ApplyVersions is Apply where another rule says which version of an article is kept.
func ApplyVersions(tx graph.Tx, rule Rule, batches ...*graph.Batch) ([]Outcome, error) {
	ids := make([]string, len(batches))
	for i, b := range batches {
		if err := check(b); err != nil {
			return nil, err
		}
		ids[i] = b.Article.ID
	}
	outcomes, err := applyVersions(tx, rule, ids, batches)
	if err != nil {
		return nil, fmt.Errorf("apply articles %q: %w", ids, err)
	}
	return outcomes, nil
}

func applyVersions(tx graph.Tx, rule Rule, ids []string, batches []*graph.Batch) ([]Outcome, error) {
	former, err := formerIDs(tx, rule, ids, batches)
	if err != nil {
		return nil, err
	}
	stored, err := tx.Batches(slices.Concat(ids, former))
	if err != nil {
		return nil, err
	}
	edits, err := editsOfArticles(tx, ids)
	if err != nil {
		return nil, err
	}
	v := &versions{rule: rule, stored: stored, edits: edits, kept: map[string]*graph.Batch{}, moved: map[string]*graph.Batch{}}
	outcomes := make([]Outcome, len(batches))
	for i, b := range batches {
		outcomes[i] = v.choose(b)
	}
	c := change{tx: tx, read: tx}
	for _, id := range former {
		v.replace(&c, stored[id], outcomes, batches)
	}
	for _, id := range sortedKeys(v.moved) {
		if v.kept[id] != nil {
			continue
		}
		if err := tx.PutBatch(v.moved[id]); err != nil {
			return nil, err
		}
	}
	for _, id := range sortedKeys(v.kept) {
		c.fresh = append(c.fresh, correct(v.kept[id], edits[id]))
		if old := stored[id]; old != nil {
			c.old = append(c.old, old)
		}
	}
	if len(c.fresh) == 0 && len(c.removed) == 0 {
		return outcomes, nil
	}
	return outcomes, c.run()
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
