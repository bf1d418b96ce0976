package neo4j

import (
	"context"
	"fmt"
	"log/slog"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/neo4j/internal/schema"
	"dateline/graph/storekit"
)

const (
	readComponents = `CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]`
	readVersion    = `OPTIONAL MATCH (d:Dateline {name: 'graph'}) RETURN d.version, EXISTS { MATCH (n) }`
	setVersion     = `MERGE (d:Dateline {name: 'graph'}) SET d.version = $version`
	awaitIndexes   = `CALL db.awaitIndexes(3600)` // in seconds; the deadline of Open is shorter

	// The oldest version has scoped subqueries, CALL (x) { … }.
	oldestMajor, oldestMinor = 5, 23
)

// migrate brings the database to the newest schema. A read-only store must have it
// already.
func (s *Store) migrate(ctx context.Context) error {
	steps, err := schema.Migrations()
	if err != nil {
		return err
	}
	if err := s.db.Reach(ctx, refusedTimeout); err != nil {
		return err
	}
	version, newest := 0, steps[len(steps)-1].Version
	err = s.db.Call(ctx, reachTimeout, func(ctx context.Context) (err error) {
		if err := s.checkServer(ctx); err != nil {
			return err
		}
		version, err = s.version(ctx, newest)
		return err
	})
	if err != nil || version == newest {
		return err
	}
	switch {
	case s.readOnly && version == 0:
		return graph.WithHint(fmt.Errorf("%w: the database is empty", graph.ErrSchema), "Load articles first: dateline load ARTICLES.")
	case s.readOnly:
		return graph.WithHint(fmt.Errorf("%w: the database has schema %d, and this Dateline needs %d", graph.ErrSchema, version, newest),
			"Bring it up to date with a command that writes: dateline load ARTICLES, with any article.")
	}
	limit := openTimeout
	if version > 0 { // there may be a large graph to change
		limit = migrateTimeout
		slog.Info("bringing the database up to date, which takes minutes for a large graph", "store", s.db.Address.String(), "schema", version, "to", newest)
	}
	return s.db.Call(ctx, limit, func(ctx context.Context) error {
		// This marks the database as Dateline's even if the rest does not finish.
		if err := s.db.Run(ctx, bolt.Statement{Text: setVersion, Params: map[string]any{"version": version}}); err != nil {
			return err
		}
		pending, err := storekit.Pending(steps, version)
		if err != nil {
			return err
		}
		for _, step := range pending {
			if err := s.apply(ctx, step); err != nil {
				return fmt.Errorf("migration %s: %w", step.Name, err)
			}
		}
		return nil
	})
}

// checkServer refuses a server that is too old for the statements here.
func (s *Store) checkServer(ctx context.Context) error {
	rows, err := s.db.Ask(ctx, bolt.Statement{Text: readComponents})
	if err != nil {
		return err
	}
	version := ""
	if len(rows) > 0 {
		version, _ = rows[0][0].(string)
	}
	if !isNewEnough(version) {
		return graph.WithHint(fmt.Errorf("%w: the server is Neo4j %.40q", graph.ErrSchema, version),
			fmt.Sprintf("Use Neo4j %d.%d or later.", oldestMajor, oldestMinor))
	}
	return nil
}

// isNewEnough reads versions such as "5.26.12" and "2025.06.0".
func isNewEnough(version string) bool {
	var major, minor int
	if _, err := fmt.Sscanf(version, "%d.%d", &major, &minor); err != nil {
		return false
	}
	return major > oldestMajor || major == oldestMajor && minor >= oldestMinor
}

// version reads the number of the last migration, 0 for an empty database.
func (s *Store) version(ctx context.Context, newest int) (int, error) {
	rows, err := s.db.Ask(ctx, bolt.Statement{Text: readVersion})
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	version, ours := rows[0][0].(int64)
	used, _ := rows[0][1].(bool)
	switch {
	case !ours && used:
		return 0, graph.WithHint(fmt.Errorf("%w: the database holds nodes of another program", graph.ErrSchema),
			"Give Dateline an empty database of its own: neo4j://HOST:7687?database=NAME.")
	case version > 0 && int(version) < schema.FirstVersion:
		return 0, graph.WithHint(fmt.Errorf("%w: the database has schema %d of an earlier Dateline, and this one needs %d or later", graph.ErrSchema, version, schema.FirstVersion),
			storekit.LoadAnew+" into an empty database: dateline load ARTICLES --store neo4j://HOST:7687?database=NAME.")
	case int(version) > newest:
		return 0, fmt.Errorf("%w: the database has schema %d, this Dateline knows up to %d", graph.ErrSchema, version, newest)
	}
	return int(version), nil
}

// apply runs the statements of a migration, each in its own transaction.
func (s *Store) apply(ctx context.Context, step storekit.Migration) error {
	for _, text := range append(schema.StatementsOf(step.Script), awaitIndexes) {
		if err := s.db.Run(ctx, bolt.Statement{Text: text}); err != nil {
			return err
		}
	}
	if step.Version == schema.SummaryWords {
		if err := s.foldSummaries(ctx); err != nil {
			return err
		}
	}
	return s.db.Run(ctx, bolt.Statement{Text: setVersion, Params: map[string]any{"version": step.Version}})
}

const (
	readUnfolded = `MATCH (e:Event) WHERE e.words IS NULL RETURN e.id, e.summary, e.means LIMIT 5000`
	setFolded    = `UNWIND $rows AS row MATCH (e:Event {id: row[0]}) USING INDEX SEEK e:Event(id) WHERE e.words IS NULL SET e.words = row[1], e.wordCount = row[2]`
)

// foldSummaries gives events that have none the words of their summaries: Cypher cannot
// fold.
func (s *Store) foldSummaries(ctx context.Context) error {
	for {
		found, err := s.db.Ask(ctx, bolt.Statement{Text: readUnfolded})
		if err != nil || len(found) == 0 {
			return err
		}
		rows := make([]any, len(found))
		for i, one := range found {
			f := mapping.NewFields(one)
			e := graph.Event{ID: f.Text(), Summary: f.Text(), Means: graph.Means(f.Text())}
			if f.Err != nil {
				return f.Err
			}
			words := storekit.SummaryWords(&e)
			rows[i] = []any{e.ID, words, storekit.WordCount(words)}
		}
		if err := s.db.Run(ctx, bolt.Statement{Text: setFolded, Params: map[string]any{"rows": rows}}); err != nil {
			return err
		}
	}
}
