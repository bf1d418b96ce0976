// Package neo4j keeps a graph in a Neo4j 5 database, on a single server or a cluster,
// where people can also query it in Cypher.
//
// # Nodes
//
// An (:Article) has (:Member)s and (:Report)s: (:Member)-[:NAMED_IN]->(:Article) and
// (:Report)-[:IN]->(:Article). Merging clusters members into entities and reports into
// events: (:Member)-[:OF]->(:Entity) and (:Report)-[:OF]->(:Event). An entity is also a
// (:Person), an (:Organization) or a (:Place), and has (:Entity)-[:CALLED]->(:Name) for
// each of its folded names. A report has (:Report)-[:NAMES]->(:Member) for each member
// that it names, and (:Report)-[:ATTRIBUTED_TO]->(:Entity) for each of its sources.
//
// An entity that took part in an event has (:Entity)-[:PARTICIPATED_IN]->(:Event), once,
// with its first role, or the role PRINCIPAL if an envoy acted for it. An event has
// (:Event)-[:ON]->(:Date)-[:IN]->(:Month)-[:IN]->(:Year) and (:Event)-[:AT]->(:Place).
// Two entities that were in contact have (:Entity)-[:CONTACTED]->(:Entity), once for each
// event, from the smaller ID to the larger. An envoy has (:Entity)-[:ACTED_FOR]->(:Entity)
// to whom it acted for in such a contact.
//
// Days are texts such as 2026-02-10, and "" if unknown. Lists of records are flat:
// participants is entity, role, on behalf of, entity, … Some properties only make reading
// fast: key, reverseKey and reportsKey are texts in the order of pages; long is 1 for
// events of more than a month and 2 for those of more than a year; part is the number of
// the participation that an entity is in; and brief has, in one text, all that most pages
// show of an event (it is a denormalized copy).
//
// # Safety
//
// Neo4j's isolation is read committed: a transaction has no snapshot, and sees at once
// what others commit. Merging therefore locks what it reads: articles, blocks of members
// and blocks of reports, by way of some thousand (:Lock) nodes, and the reports that name
// a member. The server ends one side of a deadlock, and Update tries again. For Walk
// there are (:Gate) nodes, which are a shared lock: a transaction locks one of them
// before it commits, and Walk locks all, so that it shows one moment.
//
// A commit that fails may have been written all the same. Update then runs its change
// again, which finds what it did before.
//
// # Packages
//
// Package bolt talks to the server, mapping turns the graph into nodes and rows and back,
// schema has the migrations, read answers questions, and unit is a transaction as a unit
// of work. Package csvimport writes files for Neo4j's bulk importer.
package neo4j
