package neo4j

import (
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/storekit"
)

const (
	// linkEvents makes the relationships of events.
	linkEvents = `CALL () { UNWIND $participants AS row MATCH (a:Entity {id: row.entityId}) USING INDEX SEEK a:Entity(id) MATCH (e:Event {id: row.eventId}) USING INDEX SEEK e:Event(id)
CREATE (a)-[p:PARTICIPATED_IN]->(e) SET p = row.participation }
CALL () { UNWIND $contacts AS row MATCH (a:Entity {id: row.one}) USING INDEX SEEK a:Entity(id) MATCH (b:Entity {id: row.other}) USING INDEX SEEK b:Entity(id)
CREATE (a)-[c:CONTACTED]->(b) SET c = row.contact }
CALL () { UNWIND $places AS row MATCH (e:Event {id: row[0]}) USING INDEX SEEK e:Event(id) MATCH (p:Entity {id: row[1]}) USING INDEX SEEK p:Entity(id) CREATE (e)-[:AT]->(p) }
` + linkDates

	// A party is locked by its report: its entity, read after that, is as others have
	// left it.
	resolveReports = `CALL {
UNWIND $members AS id MATCH (m:Member {id: id})<-[:NAMES]-(r:Report) USING INDEX SEEK m:Member(id) RETURN r
UNION UNWIND $reports AS id MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id) RETURN r
}
WITH r ORDER BY r.id REMOVE r:Held WITH collect(r) AS held UNWIND held AS r
CALL { WITH r MATCH (r)-[:NAMES]->(m:Member) WITH m ORDER BY m.id RETURN collect([m.id, coalesce(m.entityId, '')]) AS parties }
SET r.parties = reduce(flat = [], pair IN parties | flat + pair)
WITH r WHERE size(r.attributedTo) > 0
CALL { WITH r MATCH (r)-[a:ATTRIBUTED_TO]->() DELETE a }
UNWIND r.attributedTo AS source MATCH (m:Member {id: source})-[:OF]->(e:Entity) USING INDEX SEEK m:Member(id) MERGE (r)-[:ATTRIBUTED_TO]->(e)`
)

// addUnlinked adds the events whose relationships are to be deleted.
func addUnlinked(lists map[string][]any, events []*graph.Event) {
	for _, e := range events {
		lists["unlinked"] = append(lists["unlinked"], e.ID)
		if len(storekit.LinkedPairs(e.Type, e.Status, e.Participants)) > 0 {
			lists["parted"] = append(lists["parted"], e.ID)
		}
	}
}

// addLinked adds the relationships that are to be made of events.
func addLinked(lists map[string][]any, events []*graph.Event) {
	for _, e := range events {
		parts := storekit.PartsOf(e.Participants)
		for _, id := range slices.Sorted(maps.Keys(parts)) {
			lists["participants"] = append(lists["participants"], map[string]any{"entityId": id, "eventId": e.ID, "participation": participationRow(id, parts[id], e)})
		}
		for pair := range storekit.LinkedPairs(e.Type, e.Status, e.Participants) {
			lists["contacts"] = append(lists["contacts"], map[string]any{"one": pair.One, "other": pair.Other, "contact": contactRow(e)})
		}
		if e.PlaceID != "" {
			lists["places"] = append(lists["places"], []any{e.ID, e.PlaceID})
		}
	}
	addDates(lists, events)
}

func participationRow(entityID string, p storekit.Part, e *graph.Event) map[string]any {
	row := map[string]any{
		"entityId": entityID, "role": string(p.Role), "onBehalfOf": p.OnBehalfOfID, "part": p.Index,
		"type": string(e.Type), "means": string(e.Means), "status": string(e.Status),
	}
	addTime(row, e)
	return row
}

func contactRow(e *graph.Event) map[string]any {
	t := storekit.TimeOf(e.Time)
	return map[string]any{
		"eventId": e.ID, "means": string(e.Means), "undated": t.Undated, "earliest": t.Earliest.String(), "latest": t.Latest.String(),
	}
}
