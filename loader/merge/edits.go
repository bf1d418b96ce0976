package merge

import (
	"fmt"
	"slices"

	"dateline/graph"
)

// ApplyEdits stores what people have decided, and clusters again what their decisions are
// about. Edits that are stored already change nothing. Like articles, they come in any
// order: one about a member, a report or an article that is not stored has its effect
// when that is loaded.
//
// It returns graph.ErrInvalid for an edit that breaks graph.Edit.Check, and the errors of
// the store. Then no edit is applied.
func ApplyEdits(tx graph.Tx, edits ...*graph.Edit) error {
	for _, e := range edits {
		if err := e.Check(); err != nil {
			return err
		}
	}
	if err := applyEdits(tx, edits); err != nil {
		return fmt.Errorf("apply %d edits: %w", len(edits), err)
	}
	return nil
}

func applyEdits(tx graph.Tx, edits []*graph.Edit) error {
	// The articles have to be locked before the edits are read, and only the edits say
	// which articles these are.
	changed, err := changedEdits(tx, edits)
	if err != nil || len(changed) == 0 {
		return err
	}
	articles := articlesOf(changed)
	stored, err := tx.Batches(articles)
	if err != nil {
		return err
	}
	if changed, err = changedEdits(tx, edits); err != nil {
		return err
	}
	if err := tx.PutEdits(changed); err != nil {
		return err
	}
	c := change{tx: tx, read: tx}
	inEffect, err := editsOfArticles(tx, articles)
	if err != nil {
		return err
	}
	for _, id := range articles {
		c.applyTo(stored[id], inEffect[id])
	}
	for _, id := range sortedKeys(namesOf(changed)) {
		if isMember(id) || isReport(id) {
			c.judged = append(c.judged, id)
		}
	}
	return c.run()
}

// applyTo takes up an article that edits change. The batch is nil if it is not stored.
func (c *change) applyTo(stored *graph.Batch, edits []*graph.Edit) {
	if stored == nil {
		return
	}
	if removal(edits) != nil {
		c.old, c.removed = append(c.old, stored), append(c.removed, stored.Article.ID)
		return
	}
	corrected := correct(withMemberBlocks(stored.Extracted()), edits)
	if !sameExtraction(stored, corrected) {
		c.old, c.fresh = append(c.old, stored), append(c.fresh, corrected)
	}
}

// removal returns the edit in effect that takes an article down, or nil.
func removal(edits []*graph.Edit) *graph.Edit {
	for _, e := range edits {
		if e.Kind == graph.EditRemoveArticle && !e.Withdrawn {
			return e
		}
	}
	return nil
}

// editsOfArticles returns the edits about articles and their reports, by article.
func editsOfArticles(tx graph.Tx, articleIDs []string) (map[string][]*graph.Edit, error) {
	edits, err := tx.EditsOn(articleIDs)
	if err != nil {
		return nil, err
	}
	byArticle := map[string][]*graph.Edit{}
	for _, e := range edits {
		if id := e.Subjects[0].ArticleID; !e.Kind.IsJudgement() && id != "" {
			byArticle[id] = append(byArticle[id], e)
		}
	}
	return byArticle, nil
}

// articlesOf returns the articles of all that edits name, in order.
func articlesOf(edits []*graph.Edit) []string {
	articles := map[string]bool{}
	for _, e := range edits {
		for _, s := range e.Names() {
			articles[s.ArticleID] = true
		}
	}
	delete(articles, "")
	return sortedKeys(articles)
}

// changedEdits returns the edits that are not stored yet and those that others of them
// withdraw or bring back into effect.
func changedEdits(tx graph.Tx, edits []*graph.Edit) ([]*graph.Edit, error) {
	given := map[string]*graph.Edit{}
	for _, e := range edits {
		given[e.ID] = e
	}
	stored, err := withWithdrawals(tx, given)
	if err != nil {
		return nil, err
	}
	known := map[string]*graph.Edit{}
	for id, e := range given {
		known[id] = e
	}
	for id, e := range stored {
		known[id] = e
	}
	withdrawals := map[string][]*graph.Edit{} // by what they withdraw
	for _, id := range sortedKeys(known) {
		if e := known[id]; e.Kind == graph.EditWithdraw {
			withdrawals[e.Subjects[0].ID] = append(withdrawals[e.Subjects[0].ID], e)
		}
	}
	// It ends: an edit's ID follows from what it withdraws.
	var withdrawn func(e *graph.Edit) bool
	withdrawn = func(e *graph.Edit) bool {
		return slices.ContainsFunc(withdrawals[e.ID], func(w *graph.Edit) bool { return !withdrawn(w) })
	}
	var changed []*graph.Edit
	for _, id := range sortedKeys(known) {
		now := *known[id]
		now.Withdrawn = withdrawn(&now)
		if was := stored[id]; was == nil || was.Withdrawn != now.Withdrawn {
			changed = append(changed, &now)
		}
	}
	return changed, nil
}

// withWithdrawals reads those of the edits that are stored, what they withdraw, and what
// withdraws any of these.
func withWithdrawals(tx graph.Tx, edits map[string]*graph.Edit) (map[string]*graph.Edit, error) {
	stored, asked := map[string]*graph.Edit{}, map[string]bool{}
	next := map[string]bool{}
	for id, e := range edits {
		next[id] = true
		if e.Kind == graph.EditWithdraw {
			next[e.Subjects[0].ID] = true
		}
	}
	for len(next) > 0 {
		found, err := tx.EditsOn(sortedKeys(next))
		if err != nil {
			return nil, err
		}
		for id := range next {
			asked[id] = true
		}
		next = map[string]bool{}
		for _, e := range found {
			stored[e.ID] = e
			for _, id := range []string{e.ID, e.Subjects[0].ID} {
				if (id == e.ID || e.Kind == graph.EditWithdraw) && !asked[id] {
					next[id] = true
				}
			}
		}
	}
	return stored, nil
}
