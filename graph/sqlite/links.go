package sqlite

import (
	"slices"
	"strings"

	"dateline/graph"
)

const (
	putLink    = `INSERT INTO links (entity_id, other_id, event_id, undated, earliest, latest, means) VALUES (?, ?, ?, ?, ?, ?, ?)`
	deleteLink = `DELETE FROM links WHERE entity_id = ?1 AND other_id = ?2 AND event_id = ?3`

	linkedTo     = `SELECT l.other_id, count(*) FROM json_each(?) r CROSS JOIN links l ON l.entity_id = r.value`
	linkedToEach = ` GROUP BY l.other_id`
	linkEvents   = `SELECT l.event_id FROM links l WHERE l.entity_id = ? AND l.other_id = ?`
	inTimeOrder  = ` ORDER BY l.undated, l.earliest, l.latest, l.event_id`

	// Each two parties are looked for once, whoever else they are linked to.
	sumOfLinks = `WITH parties (id) AS MATERIALIZED (SELECT value FROM json_each(?3))
SELECT l.entity_id, l.other_id, count(*),
coalesce(min(l.earliest) FILTER (WHERE l.undated = 0 AND l.earliest > ?1), 0), coalesce(max(l.latest) FILTER (WHERE l.undated = 0 AND l.latest < ?2), 0)`
	amongParties = `
FROM parties p CROSS JOIN parties q ON p.id < q.id CROSS JOIN links l ON l.entity_id = p.id AND l.other_id = q.id WHERE true`
	ofTwo = ` GROUP BY l.entity_id, l.other_id ORDER BY l.entity_id, l.other_id`

	linksDuring = ` AND l.undated = 0 AND l.earliest <= ? AND l.latest >= ?`
)

// linksAmong has a column for each means, 1 where a link has it: a list of the
// distinct ones would take a table of its own for each two parties.
var linksAmong = sumOfLinks + usedMeans() + amongParties

func usedMeans() string {
	var columns strings.Builder
	for _, means := range graph.MeansKinds() {
		columns.WriteString(", max(l.means = '" + string(means) + "')")
	}
	return columns.String()
}

// pair is two parties of an event, in one direction.
type pair struct{ one, other string }

// linkedPairs returns all pairs of parties that an event links, in both directions:
// different parties of different participations. Of contacts, only those that took
// place link.
func linkedPairs(row *eventRow, participants []graph.Participation) map[pair]bool {
	links := []string{string(graph.StatusAsserted), string(graph.StatusConfirmed), string(graph.StatusDisputed)}
	if row.kind != string(graph.EventContact) || !slices.Contains(links, row.status) {
		return nil
	}
	pairs := make(map[pair]bool)
	for i, p := range participants {
		for j, q := range participants {
			if i == j {
				continue
			}
			for _, link := range []pair{{p.EntityID, q.EntityID}, {p.EntityID, q.OnBehalfOfID}, {p.OnBehalfOfID, q.EntityID}, {p.OnBehalfOfID, q.OnBehalfOfID}} {
				if link.one != "" && link.other != "" && link.one != link.other {
					pairs[link] = true
				}
			}
		}
	}
	return pairs
}

func (tx *transaction) putLinks(row *eventRow, participants []graph.Participation) error {
	for link := range linkedPairs(row, participants) {
		if err := tx.exec(putLink, link.one, link.other, row.id, row.span.undated, row.span.earliest, row.span.latest, row.means); err != nil {
			return err
		}
	}
	return nil
}

func (tx *transaction) deleteLinks(row *eventRow, participants []graph.Participation) error {
	for link := range linkedPairs(row, participants) {
		if err := tx.exec(deleteLink, link.one, link.other, row.id); err != nil {
			return err
		}
	}
	return nil
}

// during narrows a query of links down to those that overlap a time.
func during(p part, time graph.EDTF) part {
	if time.IsZero() {
		return p
	}
	return p.and(linksDuring, dayNumber(time.Latest()), dayNumber(time.Earliest()))
}

// linkedWith counts the links of all the parties together, by the other party.
func (r *reader) linkedWith(parties []string, time graph.EDTF) (map[string]int, error) {
	p := during(part{linkedTo + " WHERE true", []any{idList(parties)}}, time).and(linkedToEach)
	others := make(map[string]int)
	err := r.each(p.from, p.args, func(r *row) error {
		others[r.text()] = r.count()
		return nil
	})
	return others, err
}

// linksAmong adds up the links among parties.
func (r *reader) linksAmong(parties []string, time graph.EDTF, entities map[string]graph.Entity) ([]graph.Link, error) {
	p := part{linksAmong, []any{dayNumber(graph.MinDate), dayNumber(graph.MaxDate), idList(parties)}}
	p = during(p, time).and(ofTwo)
	var links []graph.Link
	err := r.each(p.from, p.args, func(r *row) error {
		link := graph.Link{
			Source: entities[r.text()], Target: entities[r.text()], Count: r.count(), Earliest: r.day(), Latest: r.day(),
		}
		for _, means := range graph.MeansKinds() {
			if r.truth() {
				link.Means = append(link.Means, means)
			}
		}
		links = append(links, link)
		return nil
	})
	return links, err
}
