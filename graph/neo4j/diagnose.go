package neo4j

import (
	"context"
	"fmt"
	"time"

	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/schema"
	"dateline/graph/storekit"
)

const (
	readIndexes     = `SHOW INDEXES YIELD name, state RETURN name, state`
	readConstraints = `SHOW CONSTRAINTS YIELD name RETURN name, 'ONLINE'`
	readFixed       = `RETURN COUNT { (:Lock) }, COUNT { (:Gate) }, COUNT { (:ChangeLog) }`

	diagnoseTimeout = time.Hour // of a large graph

	restoreAdvice = "Restore a backup into an empty database (dateline restore), or load the articles again."
)

// references are what must be connected, and a query for how many are not.
var references = []struct{ what, query string }{
	{"reports whose article is missing", `MATCH (r:Report) WHERE NOT EXISTS { (r)-[:IN]->(:Article) } RETURN count(*)`},
	{"reports without their event", `MATCH (r:Report) WHERE NOT EXISTS { (r)-[:OF]->(:Event {id: r.eventId}) } RETURN count(*)`},
	{"events without a report", `MATCH (e:Event) WHERE NOT EXISTS { (e)<-[:OF]-(:Report) } RETURN count(*)`},
	{"members whose article is missing", `MATCH (m:Member) WHERE NOT EXISTS { (m)-[:NAMED_IN]->(:Article) } RETURN count(*)`},
	{"members without their entity", `MATCH (m:Member) WHERE NOT EXISTS { (m)-[:OF]->(:Entity {id: m.entityId}) } RETURN count(*)`},
	{"events that are not found by their parties", `MATCH (e:Event) WHERE size(e.participants) > 0 AND NOT EXISTS { (e)<-[:PARTICIPATED_IN]-(:Entity) } RETURN count(*)`},
	{"events without a brief that their reports allow", `MATCH (e:Event) WHERE e.brief IS NULL AND e.reportCount <= 5 RETURN count(*)`},
	{"events without the words of their summary", `MATCH (e:Event) WHERE e.words IS NULL RETURN count(*)`},
	{"entities that are not found by any name", `MATCH (e:Entity) WHERE e.nameFolded <> '' AND NOT EXISTS { (e)-[:CALLED]->(:Name) } RETURN count(*)`},
}

// Diagnose checks the database without changing it: its constraints and indexes, what
// Dateline counts and locks by, and that what refers to something is connected with it. It
// returns ErrTimeout if ctx ends, and ErrUnavailable if the server does not answer.
func (s *Store) Diagnose(ctx context.Context) (findings []storekit.Finding, err error) {
	err = s.db.Call(ctx, diagnoseTimeout, func(ctx context.Context) error {
		for _, check := range []func(context.Context) (storekit.Finding, error){s.schemaFinding, s.fixedFinding, s.referencesFinding} {
			finding, err := check(ctx)
			if err != nil {
				return err
			}
			findings = append(findings, finding)
		}
		return nil
	})
	return findings, bolt.Translate(err, "diagnose %v", s.db.Address)
}

// schemaFinding compares constraints and indexes by name. A missing one comes with the
// statement that makes it.
func (s *Store) schemaFinding(ctx context.Context) (storekit.Finding, error) {
	f := storekit.Finding{Check: "schema", Advice: "Run the statements, as a user who may change the schema; every query that needs a missing index fails or is slow until then."}
	objects, err := schema.Objects()
	if err != nil {
		return f, err
	}
	states := map[string]string{}
	for _, query := range []string{readIndexes, readConstraints} {
		rows, err := s.db.Ask(ctx, bolt.Statement{Text: query})
		if err != nil {
			return f, err
		}
		for _, row := range rows {
			name, _ := row[0].(string)
			states[name], _ = row[1].(string)
		}
	}
	for _, o := range objects {
		switch state, found := states[o.Name]; {
		case !found:
			f.Faults = append(f.Faults, fmt.Sprintf("the %s %s is missing; make it: %s", o.Kind, o.Name, o.Statement))
		case state != "ONLINE":
			f.Faults = append(f.Faults, fmt.Sprintf("the %s %s is %s; wait if it is being filled, otherwise drop it and make it: %s", o.Kind, o.Name, state, o.Statement))
		}
	}
	return f, nil
}

// fixedFinding counts the nodes that migrations make: locks, gates and the log's counter.
func (s *Store) fixedFinding(ctx context.Context) (storekit.Finding, error) {
	f := storekit.Finding{Check: "locks", Advice: "Stop all loaders, then run: UNWIND range(0, 15) AS id MERGE (:Gate {id: id}); UNWIND range(0, 3071) AS id MERGE (:Lock {id: id}); " +
		"for a lost log of changes, restore a backup into an empty database."}
	rows, err := s.db.Ask(ctx, bolt.Statement{Text: readFixed})
	if err != nil || len(rows) == 0 {
		return f, err
	}
	for i, want := range []struct {
		what  string
		count int64
	}{{"locks", 3072}, {"gates", 16}, {"logs of changes", 2}} {
		if have, _ := rows[0][i].(int64); have != want.count {
			f.Faults = append(f.Faults, fmt.Sprintf("there are %d %s instead of %d", have, want.what, want.count))
		}
	}
	return f, nil
}

func (s *Store) referencesFinding(ctx context.Context) (storekit.Finding, error) {
	f := storekit.Finding{Check: "references", Advice: restoreAdvice}
	for _, reference := range references {
		rows, err := s.db.Ask(ctx, bolt.Statement{Text: reference.query})
		if err != nil {
			return f, err
		}
		if n, _ := rows[0][0].(int64); n > 0 {
			f.Faults = append(f.Faults, fmt.Sprintf("%s: %d", reference.what, n))
		}
	}
	return f, nil
}
