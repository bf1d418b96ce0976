package unit

import (
	"maps"
	"slices"

	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

const (
	readSiblings  = `UNWIND $ids AS id MATCH (m:Member)-[:OF]->(:Entity {id: id}) RETURN id, collect(m.id)`
	readReportIDs = `UNWIND $ids AS id MATCH (e:Event {id: id}) USING INDEX SEEK e:Event(id) RETURN id, e.reportIds`
	setReportIDs  = `UNWIND $rows AS row MATCH (e:Event {id: row.id}) USING INDEX SEEK e:Event(id) SET e += row`

	putGone    = `UNWIND $rows AS row MERGE (g:Gone {id: row[0]}) SET g.heir = row[1]`
	deleteGone = `UNWIND $rows AS id MATCH (g:Gone {id: id}) USING INDEX SEEK g:Gone(id) DELETE g`
)

// leave removes the members and reports that articles no longer have from their entities
// and events, and deletes them. For each it notes a successor, the smallest ID that is
// left there, so that the old ID still resolves.
func (tx *batchQueue) leave(waiting []batchRows) error {
	clusters, err := tx.clustersLeft(waiting)
	if err != nil {
		return err
	}
	successors := make(map[string]string) // "" for none
	var members, reports, staying []any
	changed := make(map[string]bool)
	for _, rows := range waiting {
		for _, id := range slices.Concat(rows.memberIDs, rows.reportIDs) {
			successors[id] = ""
		}
		stored := tx.stored[rows.articleID]
		if stored == nil {
			continue
		}
		gone := goneOf(stored.Members, rows.memberIDs)
		members = append(members, values(gone)...)
		clusters.inherit(successors, gone, stored.Members)
		gone = goneOf(stored.Reports, rows.reportIDs)
		reports = append(reports, values(gone)...)
		clusters.inherit(successors, gone, stored.Reports)
		for _, id := range gone {
			if event := stored.Reports[id]; event != "" {
				changed[event] = true
			}
		}
		for _, id := range rows.reportIDs {
			if _, ok := stored.Reports[id]; ok {
				staying = append(staying, id)
			}
		}
	}
	if err := tx.log.noteLeaving(clusters, slices.Sorted(maps.Keys(changed))); err != nil {
		return err
	}
	var events []any
	for _, id := range slices.Sorted(maps.Keys(changed)) {
		if left, ok := clusters[id]; ok {
			events = append(events, reportIDsRow(id, left))
		}
	}
	return tx.writeLeaving(successors, members, reports, staying, events)
}

func (tx *batchQueue) writeLeaving(successors map[string]string, members, reports, staying, events []any) error {
	var put, none []any
	for _, id := range slices.Sorted(maps.Keys(successors)) {
		if successors[id] == "" {
			none = append(none, id)
		} else {
			put = append(put, []any{id, successors[id]})
		}
	}
	for _, step := range []struct {
		text string
		rows []any
	}{{deleteGone, none}, {putGone, put}, {setReportIDs, events}, {deleteMembers, members}, {deleteReports, reports}, {deleteNaming, staying}} {
		if err := tx.write(step.text, step.rows); err != nil {
			return err
		}
	}
	return nil
}

// reportIDsRow returns the properties of an event that change when reports leave it.
func reportIDsRow(eventID string, left []string) map[string]any {
	return map[string]any{"id": eventID, "reportIds": mapping.ListValue(left), "reportCount": len(left), "reportsKey": mapping.ReportsKey(len(left), eventID)}
}

// goneOf returns what was stored and is not kept, in order.
func goneOf(stored map[string]string, kept []string) []string {
	return storekit.Without(slices.Sorted(maps.Keys(stored)), kept)
}

func values[T any](list []T) []any {
	all := make([]any, len(list))
	for i, one := range list {
		all[i] = one
	}
	return all
}

// clusterMembers are the members of entities and the reports of events, by the IDs of
// entities and events.
type clusterMembers map[string][]string

// clustersLeft reads the entities and events that members or reports leave.
func (tx *batchQueue) clustersLeft(waiting []batchRows) (clusterMembers, error) {
	entities, events := make(map[string]bool), make(map[string]bool)
	for _, rows := range waiting {
		stored := tx.stored[rows.articleID]
		if stored == nil {
			continue
		}
		for _, id := range goneOf(stored.Members, rows.memberIDs) {
			entities[stored.Members[id]] = true
		}
		for _, id := range goneOf(stored.Reports, rows.reportIDs) {
			events[stored.Reports[id]] = true
		}
	}
	clusters := make(clusterMembers)
	for _, of := range []struct {
		text string
		ids  map[string]bool
	}{{readSiblings, entities}, {readReportIDs, events}} {
		delete(of.ids, "")
		if len(of.ids) == 0 {
			continue
		}
		rows, err := tx.Ask(of.text, map[string]any{"ids": slices.Sorted(maps.Keys(of.ids))})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			f := mapping.NewFields(row)
			clusters[f.Text()] = f.Texts()
			if f.Err != nil {
				return nil, f.Err
			}
		}
	}
	return clusters, nil
}

// inherit removes what is gone from its clusters, and makes the smallest ID that is left
// the successor.
func (c clusterMembers) inherit(successors map[string]string, gone []string, clusterOf map[string]string) {
	left := make(map[string]bool) // clusters without what is gone
	for _, id := range gone {
		if cluster := clusterOf[id]; !left[cluster] {
			left[cluster], c[cluster] = true, storekit.Without(c[cluster], gone)
		}
	}
	for _, id := range gone {
		cluster := clusterOf[id]
		if cluster == "" {
			continue
		}
		successors[id] = ""
		if left := c[cluster]; len(left) > 0 {
			successors[id] = slices.Min(left)
		}
	}
}
