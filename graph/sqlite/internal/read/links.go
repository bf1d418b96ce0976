package read

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
)

const (
	linkedTo     = `SELECT l.other_id, count(*) FROM json_each(?) r CROSS JOIN links l ON l.entity_id = r.value`
	linkedToEach = ` GROUP BY l.other_id`
	linkEvents   = `SELECT l.event_id FROM links l WHERE l.entity_id = ? AND l.other_id = ?`
	inTimeOrder  = ` ORDER BY l.undated, iif(l.earliest = 10101, l.latest, l.earliest), l.latest, l.event_id` // 10101 is an open start

	// Each party's links to those after it are read, and the plus keeps SQLite from looking
	// each pair up: of some hundred parties, most have few links beyond them.
	sumOfLinks = `WITH parties (id) AS MATERIALIZED (SELECT value FROM json_each(?3))
SELECT l.entity_id, l.other_id, count(*),
coalesce(min(l.earliest) FILTER (WHERE l.undated = 0 AND l.earliest > ?1), 0), coalesce(max(l.latest) FILTER (WHERE l.undated = 0 AND l.latest < ?2), 0)`
	amongParties = `
FROM parties p CROSS JOIN links l ON l.entity_id = p.id AND l.other_id > p.id WHERE l.acting = 0 AND +l.other_id IN (SELECT id FROM parties)`
	ofTwo = ` GROUP BY l.entity_id, l.other_id ORDER BY l.entity_id, l.other_id`

	// pairsAmong are the same sums for all times, of the table that has them.
	pairsAmong = `SELECT x.entity_id, x.other_id, x.contacts, x.earliest, x.latest, x.means FROM json_each(?1) p CROSS JOIN pairs x ON x.entity_id = p.value
WHERE +x.other_id IN (SELECT value FROM json_each(?1)) ORDER BY x.entity_id, x.other_id`

	linksDuring = ` AND l.undated = 0 AND l.earliest <= ? AND l.latest >= ?`
)

// linksAmong has one column for each means, 1 if a link has it: a DISTINCT aggregate
// would need a temporary table for each pair of parties.
var linksAmong = sumOfLinks + usedMeans() + amongParties

func usedMeans() string {
	var columns strings.Builder
	for _, means := range graph.MeansKinds() {
		columns.WriteString(", max(l.means = '" + string(means) + "')")
	}
	return columns.String()
}

// links are the links that overlap a time, or all of them, as a view sees them.
type links struct {
	*View
	during graph.EDTF
}

// narrow narrows a query of links to those that overlap the time.
func (l links) narrow(p part) part {
	if l.during.IsZero() {
		return p
	}
	return p.and(linksDuring, mapping.DayNumber(l.during.Latest()), mapping.DayNumber(l.during.Earliest()))
}

// with counts the links of all the parties, by the other party.
func (l links) with(parties []string) (map[string]int, error) {
	p := l.narrow(part{linkedTo + " WHERE true", []any{mapping.IDList(parties)}}).and(linkedToEach)
	others := make(map[string]int)
	err := l.Each(p.from, p.args, func(r *mapping.Row) error {
		others[r.Text()] = r.Count()
		return nil
	})
	return others, err
}

// among adds up the links among parties.
func (l links) among(parties []string, entities map[string]graph.Entity) ([]graph.Link, error) {
	if l.during.IsZero() {
		return l.pairs(slices.Sorted(slices.Values(parties)), entities)
	}
	p := part{linksAmong, []any{mapping.DayNumber(graph.MinDate), mapping.DayNumber(graph.MaxDate), mapping.IDList(parties)}}
	p = l.narrow(p).and(ofTwo)
	var found []graph.Link
	err := l.Each(p.from, p.args, func(r *mapping.Row) error {
		link := graph.Link{
			Source: entities[r.Text()], Target: entities[r.Text()], Count: r.Count(), Earliest: r.Day(), Latest: r.Day(),
		}
		for _, means := range graph.MeansKinds() {
			if r.Bool() {
				link.Means = append(link.Means, means)
			}
		}
		found = append(found, link)
		return nil
	})
	return found, err
}

// pairs reads the sums of all links among parties, which are in order.
func (l links) pairs(parties []string, entities map[string]graph.Entity) ([]graph.Link, error) {
	known := make(map[string][]graph.Means) // by their texts, of which there are few
	var found []graph.Link
	err := l.Each(pairsAmong, []any{mapping.IDList(parties)}, func(r *mapping.Row) error {
		link := graph.Link{Source: entities[r.Text()], Target: entities[r.Text()], Count: r.Count(), Earliest: r.Day(), Latest: r.Day()}
		text := r.Text()
		means, ok := known[text]
		if !ok {
			means = meansOf(text)
			known[text] = means
		}
		link.Means = slices.Clone(means)
		found = append(found, link)
		return nil
	})
	return found, err
}

// meansOf returns the means of a text, in their order.
func meansOf(text string) []graph.Means {
	used := strings.Fields(text)
	return slices.DeleteFunc(graph.MeansKinds(), func(m graph.Means) bool { return !slices.Contains(used, string(m)) })
}
