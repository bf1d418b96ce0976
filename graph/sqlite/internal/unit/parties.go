package unit

import (
	"database/sql/driver"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	putEventParty = `INSERT INTO event_parties (entity_id, undated, earliest, latest, event_id, event_row, long, type, means, status, part, reverse_earliest, reverse_latest)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, -?3, -?4)`
	deleteEventParty = `DELETE FROM event_parties WHERE entity_id = ? AND undated = ? AND earliest = ? AND latest = ? AND event_id = ?`

	putLink    = `INSERT INTO links (entity_id, other_id, event_id, undated, earliest, latest, means, acting) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
	deleteLink = `DELETE FROM links WHERE entity_id = ?1 AND other_id = ?2 AND event_id = ?3`
)

// partyRow is a row of the table event_parties, without the event.
type partyRow struct {
	entityID            string
	undated             bool
	earliest, latest    int64
	long                int64
	kind, means, status string
	part                int
}

// linkRow is a row of the table links, without the event.
type linkRow struct {
	one, other       string
	undated          bool
	earliest, latest int64
	means            string
	acting           bool
}

// partyRows are the parties of an event, and the links between them.
type partyRows struct {
	parties map[partyRow]bool
	links   map[linkRow]bool
}

// parties returns those of a row; none for nil.
func (row *eventRow) parties() (partyRows, error) {
	rows := partyRows{make(map[partyRow]bool), make(map[linkRow]bool)}
	if row == nil {
		return rows, nil
	}
	stored := mapping.NewRow(nil, []driver.Value{row.participants})
	participants := storekit.ReadParticipants(stored)
	span := row.span
	for id, part := range storekit.PartsOf(participants) {
		rows.parties[partyRow{id, span.Undated, span.First, span.Latest, span.Long, row.kind, row.means, row.status, part.Index}] = true
	}
	for pair := range storekit.LinkedPairs(graph.EventType(row.kind), graph.Status(row.status), participants) {
		rows.link(row, pair.One, pair.Other, false)
	}
	for pair := range storekit.ActingPairs(graph.EventType(row.kind), graph.Status(row.status), participants) {
		rows.link(row, pair.Envoy, pair.Principal, true)
	}
	return rows, stored.Err
}

// link adds both directions of a link.
func (rows partyRows) link(of *eventRow, one, other string, acting bool) {
	for _, way := range [...][2]string{{one, other}, {other, one}} {
		rows.links[linkRow{way[0], way[1], of.span.Undated, of.span.Earliest, of.span.Latest, of.means, acting}] = true
	}
}

// eventParties are the tables of parties and links.
type eventParties struct{ *statements }

// replace writes the parties and links of an event that differ from those of its
// old row. Either row may be nil, for an event that did not exist or will not. Most
// changes of an event add a report, and none of its parties.
func (tx eventParties) replace(eventID string, eventRow int64, old, row *eventRow) error {
	before, err := old.parties()
	if err != nil {
		return err
	}
	after, err := row.parties()
	if err != nil {
		return err
	}
	for p := range before.parties {
		if after.parties[p] {
			continue
		}
		if err := tx.exec(deleteEventParty, p.entityID, p.undated, p.earliest, p.latest, eventID); err != nil {
			return err
		}
	}
	for p := range after.parties {
		if before.parties[p] {
			continue
		}
		if err := tx.exec(putEventParty, p.entityID, p.undated, p.earliest, p.latest, eventID, eventRow, p.long, p.kind, p.means, p.status, p.part); err != nil {
			return err
		}
	}
	return tx.replaceLinks(eventID, before.links, after.links)
}

func (tx eventParties) replaceLinks(eventID string, before, after map[linkRow]bool) error {
	for l := range before {
		if after[l] {
			continue
		}
		if err := tx.exec(deleteLink, l.one, l.other, eventID); err != nil {
			return err
		}
	}
	for l := range after {
		if before[l] {
			continue
		}
		if err := tx.exec(putLink, l.one, l.other, eventID, l.undated, l.earliest, l.latest, l.means, l.acting); err != nil {
			return err
		}
	}
	return nil
}
