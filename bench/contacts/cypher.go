package main

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// byHand is what somebody who knows Cypher and the graph writes for the question.
const byHand = `MATCH (p:Entity {id: $id})-[part:PARTICIPATED_IN]->(e:Event)
WHERE part.type = 'CONTACT' AND NOT part.undated AND part.earliest <= $to AND part.latest >= $from
WITH e, part ORDER BY part.key LIMIT 20
RETURN e.id, e.means, e.status, e.summary, e.edtf,
  [(e)<-[x:PARTICIPATED_IN]-(q:Entity) | {id: q.id, name: q.name, role: x.role}] AS participants,
  [(e)<-[:OF]-(r:Report)-[:IN]->(a:Article) | {id: r.id, quote: r.quote, article: a {.id, .title, .publisher, .published}}][..3] AS reports`

// cypher asks Neo4j through the Go driver, without Dateline.
func cypher(db neo4j.DriverWithContext) contender {
	return contender{"hand-written Cypher, Go driver", func(ctx context.Context, q question, _ bool) (ids []string, err error) {
		session := db.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: "neo4j"})
		defer func() { _ = session.Close(ctx) }()
		result, err := session.Run(ctx, byHand, map[string]any{"id": q.id, "from": q.from, "to": q.to})
		if err != nil {
			return nil, err
		}
		records, err := result.Collect(ctx)
		for _, record := range records {
			ids = append(ids, record.Values[0].(string))
		}
		return ids, err
	}}
}
