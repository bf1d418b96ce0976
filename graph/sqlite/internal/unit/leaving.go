package unit

import (
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	selectGoneMembers = `SELECT id, entity_id FROM members WHERE article_id = ?1 AND entity_id IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?2))`
	selectGoneReports = `SELECT id, event_id FROM reports WHERE article_id = ?1 AND event_id IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?2))`
	selectSiblings    = `SELECT id FROM members WHERE entity_id = ? ORDER BY id`
	setReportIDs      = `UPDATE events SET report_ids = ?2, report_count = ?3 WHERE id = ?1`

	putSuccessor     = `INSERT OR REPLACE INTO heirs (id, heir) VALUES (?, ?)`
	deleteSuccessors = `DELETE FROM heirs WHERE id IN (SELECT value FROM json_each(?))`
	deleteSuccessor  = `DELETE FROM heirs WHERE id = ?`
	selectEventOf    = `SELECT event_id FROM reports WHERE id = ?`
)

// leave removes the members and reports that an article no longer has from their
// entities and events. For each it notes a successor, the smallest ID that is left
// there, so that the old ID still resolves. Kept are the IDs that the article still has.
func (tx *transaction) leave(articleID string, kept []string) error {
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

// gone reads what an article no longer has, by entity or event.
func (tx *transaction) gone(query, articleID string, kept []string) (map[string][]string, error) {
	gone := make(map[string][]string)
	err := tx.Each(query, []any{articleID, mapping.IDList(kept)}, func(r *mapping.Row) error {
		id, cluster := r.Text(), r.Text()
		gone[cluster] = append(gone[cluster], id)
		return nil
	})
	return gone, err
}

func (tx *transaction) inherit(gone, left []string) error {
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

// dropReports removes reports from an event, if that still exists, and returns those
// that stay.
func (tx *transaction) dropReports(eventID string, gone []string) ([]string, error) {
	stored, err := tx.storedEvents(selectStoredEvents, mapping.IDList([]string{eventID}))
	row, found := stored[eventID]
	if err != nil || !found {
		return nil, err
	}
	before, err := tx.eventOf(&row)
	if err != nil {
		return nil, err
	}
	now := storekit.CloneEvent(before)
	now.ReportIDs = storekit.Without(before.ReportIDs, gone)
	tx.changes.Note(eventID, before, now)
	left := now.ReportIDs
	if b := tx.blocks.reports[row.block]; b != nil && b.events[eventID].reportIDs != mapping.ListText(left) {
		b.events = nil
	}
	return left, tx.exec(setReportIDs, eventID, mapping.ListText(left), len(left))
}

// takeReport moves a report of another block to its event.
func (tx *transaction) takeReport(reportID string, e *graph.Event) error {
	old, err := tx.Texts(selectEventOf, reportID)
	if err != nil || len(old) == 0 {
		return err
	}
	blocks, err := tx.Texts(selectReportBlock, reportID)
	if err != nil {
		return err
	}
	delete(tx.blocks.reports, blocks[0])
	delete(tx.unplaced, reportID)
	return tx.moveReport(&keptReport{&graph.Report{ID: reportID}, old[0]}, e.ID)
}
