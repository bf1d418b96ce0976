package unit

import (
	"dateline/graph"
	"dateline/graph/storekit"
)

const (
	// linkEvents creates the relationships of events.
	linkEvents = `CALL () { UNWIND $participants AS row MATCH (a:Entity {id: row.entityId}) USING INDEX SEEK a:Entity(id) MATCH (e:Event {id: row.eventId}) USING INDEX SEEK e:Event(id)
CREATE (a)-[p:PARTICIPATED_IN]->(e) SET p = row.participation }
CALL () { UNWIND $contacts AS row MATCH (a:Entity {id: row.one}) USING INDEX SEEK a:Entity(id) MATCH (b:Entity {id: row.other}) USING INDEX SEEK b:Entity(id)
CREATE (a)-[c:CONTACTED]->(b) SET c = row.contact }
CALL () { UNWIND $acting AS row MATCH (a:Entity {id: row.one}) USING INDEX SEEK a:Entity(id) MATCH (b:Entity {id: row.other}) USING INDEX SEEK b:Entity(id)
CREATE (a)-[f:ACTED_FOR]->(b) SET f = row.contact }
CALL () { UNWIND $places AS row MATCH (e:Event {id: row[0]}) USING INDEX SEEK e:Event(id) MATCH (p:Entity {id: row[1]}) USING INDEX SEEK p:Entity(id) CREATE (e)-[:AT]->(p) }
` + linkDates

	// The report is locked before the entities of its members are read, so that these are
	// as others have committed them.
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

// addUnlinked adds the events whose relationships have to be deleted.
func addUnlinked(lists map[string][]any, events []*graph.Event) {
	for _, e := range events {
		lists["unlinked"] = append(lists["unlinked"], e.ID)
		if len(storekit.LinkedPairs(e.Type, e.Status, e.Participants)) > 0 {
			lists["parted"] = append(lists["parted"], e.ID)
		}
		if len(storekit.ActingPairs(e.Type, e.Status, e.Participants)) > 0 {
			lists["dismissed"] = append(lists["dismissed"], e.ID)
		}
	}
}

// linkDates creates dates with their months and years, and the relationships of events to
// them.
const linkDates = `CALL () { UNWIND $dates AS row MERGE (d:Date {edtf: row.date.edtf}) ON CREATE SET d = row.date
FOREACH (month IN row.months | MERGE (m:Month {edtf: month}) MERGE (d)-[:IN]->(m) MERGE (y:Year {edtf: row.year}) MERGE (m)-[:IN]->(y))
FOREACH (year IN row.years | MERGE (y:Year {edtf: year}) MERGE (d)-[:IN]->(y)) }
CALL () { UNWIND $dated AS row MATCH (e:Event {id: row[0]}) USING INDEX SEEK e:Event(id) MATCH (d:Date {edtf: row[1]}) USING INDEX SEEK d:Date(edtf) CREATE (e)-[:ON]->(d) }`
