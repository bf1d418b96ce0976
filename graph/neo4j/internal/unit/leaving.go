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

// leave takes the members and reports that articles have no more out of their
// entities and events, deletes them, and notes for each another that stays there,
// for its ID to find.
func (tx *Transaction) leave(waiting []batchRows) error {
	clusters, err := tx.clustersLeft(waiting)
	if err != nil {
		return err
	}
	heirs := make(map[string]string) // "" for none
	var members, reports, staying []any
	changed := make(map[string]bool)
	for _, rows := range waiting {
		for _, id := range slices.Concat(rows.memberIDs, rows.reportIDs) {
			heirs[id] = ""
		}
		stored := tx.stored[rows.articleID]
		if stored == nil {
			continue
		}
		gone := goneOf(stored.Members, rows.memberIDs)
		members = append(members, values(gone)...)
		clusters.inherit(heirs, gone, stored.Members)
		gone = goneOf(stored.Reports, rows.reportIDs)
		reports = append(reports, values(gone)...)
		clusters.inherit(heirs, gone, stored.Reports)
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
	var events []any
	for _, id := range slices.Sorted(maps.Keys(changed)) {
		if left, ok := clusters[id]; ok {
			events = append(events, reportIDsRow(id, left))
		}
	}
	return tx.writeLeaving(heirs, members, reports, staying, events)
}

func (tx *Transaction) writeLeaving(heirs map[string]string, members, reports, staying, events []any) error {
	var put, none []any
	for _, id := range slices.Sorted(maps.Keys(heirs)) {
		if heirs[id] == "" {
			none = append(none, id)
		} else {
			put = append(put, []any{id, heirs[id]})
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

// reportIDsRow is what changes of an event as reports leave it.
func reportIDsRow(eventID string, left []string) map[string]any {
	return map[string]any{"id": eventID, "reportIds": mapping.ListValue(left), "reportCount": len(left), "reportsKey": mapping.ReportsKey(len(left), eventID)}
}

// goneOf gives, in order, what was stored and is not kept.
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

// clusterMembers are the members of entities and the reports of events, by the IDs
// of those.
type clusterMembers map[string][]string

// clustersLeft reads the entities and events that something leaves.
func (tx *Transaction) clustersLeft(waiting []batchRows) (clusterMembers, error) {
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

// inherit takes what is gone out of its clusters and names the smallest that is
// left as the heir.
func (c clusterMembers) inherit(heirs map[string]string, gone []string, clusterOf map[string]string) {
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
		heirs[id] = ""
		if left := c[cluster]; len(left) > 0 {
			heirs[id] = slices.Min(left)
		}
	}
}
