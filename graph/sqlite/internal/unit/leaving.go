package unit

import (
	"slices"

	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	selectGoneMembers = `SELECT id, entity_id FROM members WHERE article_id = ?1 AND entity_id IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?2))`
	selectGoneReports = `SELECT id, event_id FROM reports WHERE article_id = ?1 AND event_id IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?2))`
	selectSiblings    = `SELECT id FROM members WHERE entity_id = ? ORDER BY id`
	putSuccessor      = `INSERT OR REPLACE INTO heirs (id, heir) VALUES (?, ?)`
	deleteSuccessors  = `DELETE FROM heirs WHERE id IN (SELECT value FROM json_each(?))`
	deleteSuccessor   = `DELETE FROM heirs WHERE id = ?`
)

// leaving is what articles leave behind that are removed or have a new version.
type leaving struct {
	*statements
	reports *eventReports
}

// leave removes the members and reports that an article no longer has from their
// entities and events. For each it notes a successor, the smallest ID that is left
// there, so that the old ID still resolves. Kept are the IDs that the article still has.
func (tx leaving) leave(articleID string, kept []string) error {
	if err := tx.exec(deleteSuccessors, mapping.IDList(kept)); err != nil {
		return err
	}
	members, err := tx.gone(selectGoneMembers, articleID, kept)
	if err != nil {
		return err
	}
	for entityID, gone := range members {
		siblings, err := tx.Texts(selectSiblings, entityID)
		if err != nil {
			return err
		}
		if err := tx.inherit(gone, storekit.Without(siblings, gone)); err != nil {
			return err
		}
	}
	reports, err := tx.gone(selectGoneReports, articleID, kept)
	if err != nil {
		return err
	}
	for eventID, gone := range reports {
		left, err := tx.reports.drop(eventID, gone)
		if err != nil {
			return err
		}
		if err := tx.inherit(gone, left); err != nil {
			return err
		}
	}
	return nil
}

// gone reads what an article no longer has, by entity or event.
func (tx leaving) gone(query, articleID string, kept []string) (map[string][]string, error) {
	gone := make(map[string][]string)
	err := tx.Each(query, []any{articleID, mapping.IDList(kept)}, func(r *mapping.Row) error {
		id, cluster := r.Text(), r.Text()
		gone[cluster] = append(gone[cluster], id)
		return nil
	})
	return gone, err
}

func (tx leaving) inherit(gone, left []string) error {
	for _, id := range gone {
		query, args := deleteSuccessor, []any{id}
		if len(left) > 0 {
			query, args = putSuccessor, []any{id, slices.Min(left)}
		}
		if err := tx.exec(query, args...); err != nil {
			return err
		}
	}
	return nil
}
