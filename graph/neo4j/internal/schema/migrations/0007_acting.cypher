// Who acted for whom in a contact that took place, as storekit.ActingPairs has it. What was
// left of an earlier attempt goes first.
CREATE INDEX acted_for_event IF NOT EXISTS FOR ()-[r:ACTED_FOR]-() ON (r.eventId);
CREATE FULLTEXT INDEX event_words IF NOT EXISTS FOR (n:Event) ON EACH [n.words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
MATCH ()-[f:ACTED_FOR]->() CALL (f) { DELETE f } IN TRANSACTIONS OF 1000 ROWS;
MATCH (e:Event) WHERE e.type = 'CONTACT' AND e.status IN ['ASSERTED', 'CONFIRMED', 'DISPUTED'] CALL (e) {
UNWIND range(0, size(e.participants) - 1, 3) AS i
WITH DISTINCT e, e.participants[i] AS envoy, e.participants[i + 2] AS principal WHERE principal <> '' AND principal <> envoy
MATCH (a:Entity {id: envoy}) USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: principal}) USING INDEX SEEK b:Entity(id)
WITH e, a, b WHERE NOT EXISTS { MATCH (a)-[:CONTACTED {eventId: e.id}]-(b) }
CREATE (a)-[:ACTED_FOR {eventId: e.id, means: e.means, undated: e.undated, earliest: e.earliest, latest: e.latest}]->(b)
} IN TRANSACTIONS OF 1000 ROWS;
