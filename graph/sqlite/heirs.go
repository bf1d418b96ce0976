package sqlite

import (
	"slices"
	"strings"

	"dateline/graph"
)

const (
	selectGoneMembers = `SELECT id, entity_id FROM members WHERE article_id = ?1 AND entity_id IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?2))`
	selectGoneReports = `SELECT id, event_id FROM reports WHERE article_id = ?1 AND event_id IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?2))`
	selectSiblings    = `SELECT id FROM members WHERE entity_id = ? ORDER BY id`
	selectReportIDs   = `SELECT report_ids FROM events WHERE id = ?`
	setReportIDs      = `UPDATE events SET report_ids = ?2, report_count = ?3 WHERE id = ?1`

	putHeir       = `INSERT OR REPLACE INTO heirs (id, heir) VALUES (?, ?)`
	deleteHeirs   = `DELETE FROM heirs WHERE id IN (SELECT value FROM json_each(?))`
	deleteHeir    = `DELETE FROM heirs WHERE id = ?`
	selectEventOf = `SELECT event_id FROM reports WHERE id = ?`
)

// leave takes the members and reports that an article has no more out of their
// entities and events, and notes for each another that stays there, for its ID to
// find. Kept are the IDs that the article still has.
func (tx *transaction) leave(articleID string, kept []string) error {
	if err := tx.exec(deleteHeirs, idList(kept)); err != nil {
		return err
	}
	members, err := tx.gone(selectGoneMembers, articleID, kept)
	if err != nil {
		return err
	}
	for entityID, gone := range members {
		siblings, err := tx.texts(selectSiblings, entityID)
		if err != nil {
			return err
		}
		if err := tx.inherit(gone, without(siblings, gone)); err != nil {
			return err
		}
	}
	reports, err := tx.gone(selectGoneReports, articleID, kept)
	if err != nil {
		return err
	}
	for eventID, gone := range reports {
		left, err := tx.dropReports(eventID, gone)
		if err != nil {
			return err
		}
		if err := tx.inherit(gone, left); err != nil {
			return err
		}
	}
	return nil
}

// gone reads what an article has no more, by cluster.
func (r *reader) gone(query, articleID string, kept []string) (map[string][]string, error) {
	gone := make(map[string][]string)
	err := r.each(query, []any{articleID, idList(kept)}, func(r *row) error {
		id, cluster := r.text(), r.text()
		gone[cluster] = append(gone[cluster], id)
		return nil
	})
	return gone, err
}

func (tx *transaction) inherit(gone, left []string) error {
	for _, id := range gone {
		query, args := deleteHeir, []any{id}
		if len(left) > 0 {
			query, args = putHeir, []any{id, slices.Min(left)}
		}
		if err := tx.exec(query, args...); err != nil {
			return err
		}
	}
	return nil
}

// dropReports takes reports out of an event, which may be gone itself, and gives
// those that stay.
func (tx *transaction) dropReports(eventID string, gone []string) ([]string, error) {
	var left []string
	found := false
	err := tx.each(selectReportIDs, []any{eventID}, func(r *row) error {
		left, found = without(r.list(), gone), true
		return nil
	})
	if err != nil || !found {
		return nil, err
	}
	return left, tx.exec(setReportIDs, eventID, listText(left), len(left))
}

func without(ids, gone []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(gone, id) })
}

// takeReport points a report to its event, out of the event of another block
// that had it.
func (tx *transaction) takeReport(reportID string, e *graph.Event, old string, inBlock bool) error {
	if !inBlock {
		clusters, err := tx.texts(selectEventOf, reportID)
		if err != nil {
			return err
		}
		old = strings.Join(clusters, "") // one at most
	}
	if old == e.ID {
		return nil
	}
	if old != "" {
		if _, err := tx.dropReports(old, []string{reportID}); err != nil {
			return err
		}
	}
	return tx.exec(setEvent, reportID, e.ID)
}
