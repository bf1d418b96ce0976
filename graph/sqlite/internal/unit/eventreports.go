package unit

import (
	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	setEvent      = `UPDATE reports SET event_id = ?2 WHERE id = ?1`
	setReportIDs  = `UPDATE events SET report_ids = ?2, report_count = ?3 WHERE id = ?1`
	selectEventOf = `SELECT event_id FROM reports WHERE id = ?`
)

// eventReports are the reports that are in events.
type eventReports struct {
	*blockReader
	log *eventLog
}

// assign sets the event of each report, and clears that of the blocks' other
// reports.
func (tx *eventReports) assign(reports []*keptReport, events []*graph.Event) error {
	inBlocks := make(map[string]*keptReport, len(reports))
	for _, r := range reports {
		inBlocks[r.ID] = r
	}
	for _, e := range events {
		for _, reportID := range e.ReportIDs {
			r := inBlocks[reportID]
			if r == nil {
				if err := tx.take(reportID, e); err != nil {
					return err
				}
				continue
			}
			delete(inBlocks, reportID)
			if err := tx.move(r, e.ID); err != nil {
				return err
			}
		}
	}
	for _, r := range inBlocks {
		if r.eventID == "" {
			continue
		}
		r.eventID = ""
		if err := tx.exec(setEvent, r.ID, nil); err != nil {
			return err
		}
	}
	return nil
}

// move sets the event of a report.
func (tx *eventReports) move(r *keptReport, eventID string) error {
	if r.eventID == eventID {
		return nil
	}
	if r.eventID != "" {
		if _, err := tx.drop(r.eventID, []string{r.ID}); err != nil {
			return err
		}
	}
	r.eventID = eventID
	return tx.exec(setEvent, r.ID, eventID)
}

// drop removes reports from an event, if that still exists, and returns those
// that stay.
func (tx *eventReports) drop(eventID string, gone []string) ([]string, error) {
	stored, err := tx.storedEvents(selectStoredEvents, mapping.IDList([]string{eventID}))
	row, found := stored[eventID]
	if err != nil || !found {
		return nil, err
	}
	before, err := tx.log.eventOf(&row)
	if err != nil {
		return nil, err
	}
	now := storekit.CloneEvent(before)
	now.ReportIDs = storekit.Without(before.ReportIDs, gone)
	tx.log.changes.Note(eventID, before, now)
	left := now.ReportIDs
	if b := tx.blocks.reports[row.block]; b != nil && b.events[eventID].reportIDs != mapping.ListText(left) {
		b.events = nil
	}
	return left, tx.exec(setReportIDs, eventID, mapping.ListText(left), len(left))
}

// take moves a report of another block to its event.
func (tx *eventReports) take(reportID string, e *graph.Event) error {
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
	return tx.move(&keptReport{&graph.Report{ID: reportID}, old[0]}, e.ID)
}
