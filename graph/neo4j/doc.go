// Package neo4j keeps a graph in a Neo4j 5 database, alone or as a cluster, where
// people can ask it in Cypher too.
//
// # Nodes
//
// An (:Article) has its (:Member)s and its (:Report)s: (:Member)-[:NAMED_IN]->(:Article)
// and (:Report)-[:IN]->(:Article). Merging puts members into entities and reports
// into events: (:Member)-[:OF]->(:Entity) and (:Report)-[:OF]->(:Event). An entity
// is a (:Person), an (:Organization) or a (:Place) too, and is (:Entity)-[:CALLED]->(:Name)
// by each of its names, folded. A report (:Report)-[:NAMES]->(:Member) whom it
// names, and is (:Report)-[:ATTRIBUTED_TO]->(:Entity) on whose word.
//
// An entity (:Entity)-[:PARTICIPATED_IN]->(:Event) it took part in, once each, with
// its first role, or the role PRINCIPAL where an envoy acted for it. An event is
// (:Event)-[:ON]->(:Date)-[:IN]->(:Month)-[:IN]->(:Year) and (:Event)-[:AT]->(:Place).
// Two entities that were in contact are (:Entity)-[:CONTACTED]->(:Entity), once for
// each event, from the smaller ID to the greater.
//
// Days are texts, 2026-02-10, and "" where they are not known. Lists of records are
// flat lists: participants is entity, role, on behalf of, entity, … What has no
// meaning of its own but makes reading fast: key, reverseKey and reportsKey are
// texts that sort as pages do, long is 1 for events of more than a month and 2 for
// those of more than a year, part is which participation an entity is in, and brief
// is all that most pages show of an event, in one text.
//
// # Safety
//
// Neo4j shows what others have committed, at once, and not a graph that stands
// still. What merging reads it therefore locks: articles, blocks of members and of
// reports (each has one of some thousand nodes (:Lock)), and the reports that name a
// member. A deadlock is broken off by the
// server and tried again here. Each transaction holds one (:Gate) while it commits;
// Walk holds them all, so that it shows one moment.
//
// An error of a commit does not tell that nothing was written. Update then runs its
// change again, which is to find what it did before.
package neo4j
