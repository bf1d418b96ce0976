package read

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	SelectEntityIDs = `SELECT m.id, m.entity_id FROM json_each(?) w JOIN members m ON m.id = w.value WHERE m.entity_id IS NOT NULL`
	selectEventIDs  = `SELECT r.id, r.event_id FROM json_each(?) w JOIN reports r ON r.id = w.value WHERE r.event_id IS NOT NULL`

	// Successors in order; UNION ends a cycle.
	successorsOf = `WITH RECURSIVE line (id, heir, age) AS (SELECT value, value, 0 FROM json_each(?)
UNION SELECT line.id, heirs.heir, age + 1 FROM line JOIN heirs ON heirs.id = line.heir WHERE age < 1000) `
	selectInheritedEntityIDs = successorsOf + `SELECT line.id, m.entity_id FROM line JOIN members m ON m.id = line.heir WHERE m.entity_id IS NOT NULL ORDER BY age`
	selectInheritedEventIDs  = successorsOf + `SELECT line.id, r.event_id FROM line JOIN reports r ON r.id = line.heir WHERE r.event_id IS NOT NULL ORDER BY age`

	selectEntitiesNamed     = `SELECT entity_id FROM names WHERE folded = ? ORDER BY entity_id`
	selectEntitiesOfCountry = `SELECT id FROM entities WHERE country = ? ORDER BY id`
	selectStateOfCountry    = `SELECT id FROM entities WHERE country = ? AND kind = 'ORGANIZATION' AND organization_kind = 'STATE' ORDER BY id`

	// The reports that name each of some entities. Where an entity has several members in
	// an article, one report may name two of them.
	countReportsNaming = `SELECT w.value, (SELECT coalesce(sum(reports), 0) FROM (SELECT iif(count(*) = 1, max(m.report_count),
(SELECT count(DISTINCT p.report_id) FROM members x JOIN report_parties p ON p.article_id = x.article_id AND p.member_id = x.id WHERE x.entity_id = w.value AND x.article_id = m.article_id)) AS reports
FROM members m WHERE m.entity_id = w.value GROUP BY m.article_id)) FROM json_each(?) w`
)

// identities are what IDs and references stand for now, as a view sees it.
type identities struct{ *View }

// entityIDs returns the entities that IDs stand for now, by these IDs: those of members
// or entities, present or past.
func (r identities) entityIDs(ids []string) (map[string]string, error) {
	return r.became(ids, SelectEntityIDs, selectInheritedEntityIDs)
}

// eventIDs returns the events that report IDs stand for now.
func (r identities) eventIDs(reportIDs []string) (map[string]string, error) {
	return r.became(reportIDs, selectEventIDs, selectInheritedEventIDs)
}

func (r identities) became(ids []string, query, inherited string) (map[string]string, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	found, err := r.Pairs(query, mapping.IDList(ids))
	if err != nil {
		return nil, err
	}
	var gone []string
	for _, id := range ids {
		if found[id] == "" {
			gone = append(gone, id)
		}
	}
	if len(gone) == 0 {
		return found, nil
	}
	heirs, err := r.Pairs(inherited, mapping.IDList(gone))
	for id, cluster := range heirs {
		found[id] = cluster
	}
	return found, err
}

// entityIDsFor returns the IDs of the entities that a reference matches, in order.
func (r identities) entityIDsFor(ref graph.EntityRef) ([]string, error) {
	if err := storekit.CheckRef(ref); err != nil {
		return nil, err
	}
	if ref.Country != "" {
		return r.Texts(selectEntitiesOfCountry, ref.Country)
	}
	if ref.ID == "" {
		return r.Texts(selectEntitiesNamed, graph.Fold(ref.Name))
	}
	if r.Cache.entities.Has(ref.ID) {
		return []string{ref.ID}, nil
	}
	found, err := r.entityIDs([]string{ref.ID})
	if id := found[ref.ID]; id != "" {
		return []string{id}, err
	}
	return nil, err
}

// mostReported returns the ID of the entity that most reports name, of those that a
// reference matches. It returns ErrNotFound if there is none.
func (r identities) mostReported(ref graph.EntityRef) (string, error) {
	bearers, err := r.entityIDsFor(ref)
	if err != nil {
		return "", err
	}
	if ref.Country != "" {
		states, err := r.Texts(selectStateOfCountry, ref.Country)
		if err != nil {
			return "", err
		}
		if len(states) > 0 {
			bearers = states
		}
	}
	if err == nil && len(bearers) == 0 {
		err = fmt.Errorf("entity %+v: %w", ref, graph.ErrNotFound)
	}
	if err != nil || len(bearers) == 1 {
		return strings.Join(bearers, ""), err
	}
	counts, err := r.reportsNaming(bearers)
	return slices.MinFunc(bearers, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	}), err
}

// reportsNaming counts the reports that name entities, by their IDs.
func (r identities) reportsNaming(ids []string) (map[string]int, error) {
	counts := make(map[string]int, len(ids))
	err := r.Each(countReportsNaming, []any{mapping.IDList(ids)}, func(r *mapping.Row) error {
		id := r.Text()
		counts[id] = r.Count()
		return nil
	})
	return counts, err
}

// entityIDsForAny returns the IDs of the entities that any of the references matches.
func (r identities) entityIDsForAny(refs []graph.EntityRef) ([]string, error) {
	var all []string
	for _, ref := range refs {
		ids, err := r.entityIDsFor(ref)
		if err != nil {
			return nil, err
		}
		all = append(all, ids...)
	}
	return storekit.Distinct(all), nil
}

// eventsOf returns the events that event IDs stand for now.
func (r identities) eventsOf(ids []string) (map[string]string, error) {
	reportIDs := make([]string, 0, len(ids))
	for _, id := range ids {
		if graph.PrefixOf(id) == graph.PrefixEvent {
			reportIDs = append(reportIDs, graph.ReportIDOf(id))
		}
	}
	byReport, err := r.eventIDs(reportIDs)
	events := make(map[string]string, len(byReport))
	for reportID, eventID := range byReport {
		events[graph.EventIDOf(reportID)] = eventID
	}
	return events, err
}
