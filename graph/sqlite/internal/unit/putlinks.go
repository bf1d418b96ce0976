package unit

import (
	"dateline/graph"
	"dateline/graph/storekit"
)

func (tx *transaction) putLinks(row *eventRow, participants []graph.Participation) error {
	return eachLink(row, participants, func(one, other string) error {
		return tx.exec(putLink, one, other, row.id, row.span.Undated, row.span.Earliest, row.span.Latest, row.means)
	})
}

func (tx *transaction) deleteLinks(row *eventRow, participants []graph.Participation) error {
	return eachLink(row, participants, func(one, other string) error {
		return tx.exec(deleteLink, one, other, row.id)
	})
}

// eachLink visits the pairs of an event in both directions.
func eachLink(row *eventRow, participants []graph.Participation, visit func(one, other string) error) error {
	for pair := range storekit.LinkedPairs(graph.EventType(row.kind), graph.Status(row.status), participants) {
		if err := visit(pair.One, pair.Other); err != nil {
			return err
		}
		if err := visit(pair.Other, pair.One); err != nil {
			return err
		}
	}
	return nil
}

const putLink = `INSERT INTO links (entity_id, other_id, event_id, undated, earliest, latest, means) VALUES (?, ?, ?, ?, ?, ?, ?)`

const deleteLink = `DELETE FROM links WHERE entity_id = ?1 AND other_id = ?2 AND event_id = ?3`
