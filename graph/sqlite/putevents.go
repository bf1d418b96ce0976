package sqlite

import (
	"database/sql/driver"

	"dateline/graph"
)

const (
	storedEventColumns = `id, block, type, means, status, summary, undated, earliest, latest, long, edtf, time_text, time_anchor, place_id,
article_count, publisher_count, report_count, participants, report_ids, conflicts`
	selectStoredEvents = `SELECT ` + storedEventColumns + ` FROM events WHERE block = ?1
UNION ALL SELECT ` + storedEventColumns + ` FROM events WHERE id IN (SELECT value FROM json_each(?2))`
	selectReportsOfBlock = `SELECT id, event_id FROM reports WHERE block = ?`

	putEvent = `INSERT INTO events (` + storedEventColumns + `, reverse_earliest, reverse_latest)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, -?8, -?9)
ON CONFLICT (id) DO UPDATE SET block = ?2, type = ?3, means = ?4, status = ?5, summary = ?6, undated = ?7, earliest = ?8, latest = ?9, long = ?10,
edtf = ?11, time_text = ?12, time_anchor = ?13, place_id = ?14, article_count = ?15, publisher_count = ?16, report_count = ?17, participants = ?18,
report_ids = ?19, conflicts = ?20, reverse_earliest = -?8, reverse_latest = -?9
RETURNING row`

	deleteEvent   = `DELETE FROM events WHERE id = ?`
	putEventParty = `INSERT INTO event_parties (entity_id, undated, earliest, latest, event_id, event_row, long, type, means, status, part, reverse_earliest, reverse_latest)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, -?3, -?4)`
	deleteEventParty = `DELETE FROM event_parties WHERE entity_id = ? AND undated = ? AND earliest = ? AND latest = ? AND event_id = ?`

	setEvent = `UPDATE reports SET event_id = ?2 WHERE id = ?1`
)

// eventRow is an event as the table has it; rows compare with ==.
type eventRow struct {
	id, block, kind, means, status, summary   string
	span                                      spanColumns
	placeID                                   string
	articleCount, publisherCount, reportCount int
	participants, reportIDs, conflicts        string
}

func rowOfEvent(block string, e *graph.Event) (eventRow, error) {
	conflicts, err := jsonText(e.Conflicts, len(e.Conflicts) == 0)
	return eventRow{
		id: e.ID, block: block, kind: string(e.Type), means: string(e.Means), status: string(e.Status), summary: e.Summary,
		span: columnsOfSpan(e.Time), placeID: e.PlaceID,
		articleCount: e.ArticleCount, publisherCount: e.PublisherCount, reportCount: len(e.ReportIDs),
		participants: participantsText(e.Participants), reportIDs: listText(e.ReportIDs), conflicts: conflicts,
	}, err
}

func readEventRow(r *row) eventRow {
	row := eventRow{id: r.text(), block: r.text(), kind: r.text(), means: r.text(), status: r.text(), summary: r.text()}
	row.span = spanColumns{undated: r.truth(), earliest: r.number(), latest: r.number(), long: r.number()}
	if !r.null() {
		row.span.edtf = r.text()
	} else {
		r.text()
	}
	row.span.text, row.span.anchor = r.text(), r.number()
	row.placeID, row.articleCount, row.publisherCount, row.reportCount = r.text(), r.count(), r.count(), r.count()
	row.participants, row.reportIDs, row.conflicts = r.text(), r.text(), r.text()
	return row
}

func (row *eventRow) values() []any {
	return []any{row.id, row.block, row.kind, row.means, row.status, row.summary, row.span.undated, row.span.earliest, row.span.latest, row.span.long,
		row.span.edtf, row.span.text, row.span.anchor, row.placeID, row.articleCount, row.publisherCount, row.reportCount,
		row.participants, row.reportIDs, row.conflicts}
}

// severalParts marks an entity that is in more than one participation of an event.
const severalParts = -1

// parts tells which participation each entity of an event is in.
func parts(participants []graph.Participation) map[string]int {
	parts := make(map[string]int, len(participants))
	for i, p := range participants {
		for _, id := range []string{p.EntityID, p.OnBehalfOfID} {
			if id == "" {
				continue
			}
			if part, ok := parts[id]; ok && part != i {
				parts[id] = severalParts
				continue
			}
			parts[id] = i
		}
	}
	return parts
}

// PutEvents stores the events of a block, and writes only what differs.
func (tx *transaction) PutEvents(block string, events []*graph.Event) error {
	return translate(tx.putEvents(block, events), "put events of block %q", block)
}

func (tx *transaction) putEvents(block string, events []*graph.Event) error {
	ids := make([]string, len(events))
	for i, e := range events {
		ids[i] = e.ID
	}
	stored, err := tx.storedEvents(block, ids)
	if err != nil {
		return err
	}
	for _, e := range events {
		row, err := rowOfEvent(block, e)
		if err != nil {
			return err
		}
		old, exists := stored[row.id]
		delete(stored, row.id)
		if exists && old == row {
			continue
		}
		if exists {
			if err := tx.deleteParties(old); err != nil {
				return err
			}
		}
		if err := tx.putEvent(e, row); err != nil {
			return err
		}
	}
	for _, old := range stored { // what the block has no more
		if err := tx.deleteParties(old); err != nil {
			return err
		}
		if err := tx.exec(deleteEvent, old.id); err != nil {
			return err
		}
	}
	return tx.assignReports(block, events)
}

func (tx *transaction) storedEvents(block string, ids []string) (map[string]eventRow, error) {
	stored := make(map[string]eventRow)
	err := tx.each(selectStoredEvents, []any{block, idList(ids)}, func(r *row) error {
		event := readEventRow(r)
		stored[event.id] = event
		return nil
	})
	return stored, err
}

func (tx *transaction) putEvent(e *graph.Event, row eventRow) error {
	at, _, err := tx.number(putEvent, row.values()...)
	if err != nil {
		return err
	}
	for entityID, part := range parts(e.Participants) {
		err := tx.exec(putEventParty, entityID, row.span.undated, row.span.earliest, row.span.latest, row.id, at, row.span.long,
			row.kind, row.means, row.status, part)
		if err != nil {
			return err
		}
	}
	return tx.putLinks(&row, e.Participants)
}

func (tx *transaction) deleteParties(old eventRow) error {
	participants := (&row{values: []driver.Value{old.participants}}).participants()
	for entityID := range parts(participants) {
		if err := tx.exec(deleteEventParty, entityID, old.span.undated, old.span.earliest, old.span.latest, old.id); err != nil {
			return err
		}
	}
	return tx.deleteLinks(&old, participants)
}

// assignReports points reports to their events, and those of the block that none
// of them has to none.
func (tx *transaction) assignReports(block string, events []*graph.Event) error {
	stored, err := tx.pairs(selectReportsOfBlock, block)
	if err != nil {
		return err
	}
	for _, e := range events {
		for _, reportID := range e.ReportIDs {
			old, inBlock := stored[reportID]
			delete(stored, reportID)
			if err := tx.takeReport(reportID, e, old, inBlock); err != nil {
				return err
			}
		}
	}
	for reportID, old := range stored {
		if old == "" {
			continue
		}
		if err := tx.exec(setEvent, reportID, nil); err != nil {
			return err
		}
	}
	return nil
}
