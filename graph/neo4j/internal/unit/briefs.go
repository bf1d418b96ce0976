package unit

import (
	"dateline/graph/neo4j/internal/schema"
)

// writeBriefs writes the briefs of events, and of the events that reports are in now. It
// locks an event before it reads what the brief has, so that it sees what others have
// committed; whoever changes that later writes the brief again.
var writeBriefs = `CALL {
UNWIND $changed AS id MATCH (e:Event {id: id}) USING INDEX SEEK e:Event(id) RETURN e
UNION UNWIND $reports AS id MATCH (r:Report {id: id})-[:OF]->(e:Event) USING INDEX SEEK r:Report(id) RETURN e
}
WITH e ORDER BY e.id REMOVE e:Held WITH collect(e) AS held UNWIND held AS e
` + schema.SetBrief

// eventsOfEntities returns the IDs of the events whose briefs name entities.
const eventsOfEntities = `UNWIND $ids AS id MATCH (n:Entity {id: id})-[:PARTICIPATED_IN|AT]-(e:Event) USING INDEX SEEK n:Entity(id) RETURN DISTINCT e.id`
