package neo4j

import (
	"context"
	"embed"
	"fmt"
	"log/slog"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/storekit"
)

// migrationFiles are numbered from 1. A store's (:Dateline).version is the number of
// the last one that it has had. Neo4j does not change a schema and data in one
// transaction, so each statement can run again: a migration that was broken off
// starts over.
//
//go:embed migrations/*.cypher
var migrationFiles embed.FS

func migrations() ([]storekit.Migration, error) {
	return storekit.Migrations(migrationFiles, "migrations/*.cypher", 1)
}

// statementsOf parts a script, without its comments.
func statementsOf(script string) []string {
	var kept strings.Builder
	for line := range strings.Lines(script) {
		if !strings.HasPrefix(line, "//") {
			kept.WriteString(line)
		}
	}
	var statements []string
	for _, text := range strings.Split(kept.String(), ";\n") {
		if text = strings.TrimSpace(text); text != "" {
			statements = append(statements, text)
		}
	}
	return statements
}

const (
	readComponents = `CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]`
	readVersion    = `OPTIONAL MATCH (d:Dateline {name: 'graph'}) RETURN d.version, EXISTS { MATCH (n) }`
	setVersion     = `MERGE (d:Dateline {name: 'graph'}) SET d.version = $version`
	awaitIndexes   = `CALL db.awaitIndexes(3600)` // seconds; the deadline of Open comes first

	// The oldest server is the first with scoped subqueries, CALL (x) { … }.
	oldestMajor, oldestMinor = 5, 23
)

// migrate brings the database to the newest schema. A store that is not to be
// written must have the newest one already.
func (s *Store) migrate(ctx context.Context) error {
	steps, err := migrations()
	if err != nil {
		return err
	}
	version := 0
	err = s.call(ctx, reachTimeout, func(ctx context.Context) (err error) {
		if err := s.checkServer(ctx); err != nil {
			return err
		}
		version, err = s.version(ctx, len(steps))
		return err
	})
	if err != nil || version == len(steps) {
		return err
	}
	switch {
	case s.readOnly && version == 0:
		return graph.WithHint(fmt.Errorf("%w: the database is empty", graph.ErrSchema), "Load articles first: dateline load ARTICLES.")
	case s.readOnly:
		return graph.WithHint(fmt.Errorf("%w: the database has schema %d, and this Dateline needs %d", graph.ErrSchema, version, len(steps)),
			"Bring it up to date with a command that writes: dateline load ARTICLES, with any article.")
	}
	limit := openTimeout
	if version > 0 { // there can be a large graph to change
		limit = migrateTimeout
		slog.Info("the database is brought up to date, which takes minutes where it is large", "store", s.address.String(), "schema", version, "to", len(steps))
	}
	return s.call(ctx, limit, func(ctx context.Context) error {
		// Whose the database is comes first, where the rest is broken off.
		if err := s.run(ctx, statement{setVersion, map[string]any{"version": version}}); err != nil {
			return err
		}
		for _, step := range steps[version:] {
			if err := s.apply(ctx, step); err != nil {
				return fmt.Errorf("migration %s: %w", step.Name, err)
			}
		}
		return nil
	})
}

// checkServer refuses a server that is too old for the statements here.
func (s *Store) checkServer(ctx context.Context) error {
	rows, err := s.ask(ctx, statement{text: readComponents})
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

// isNewEnough reads "5.26.12" and "2025.06.0".
func isNewEnough(version string) bool {
	var major, minor int
	if _, err := fmt.Sscanf(version, "%d.%d", &major, &minor); err != nil {
		return false
	}
	return major > oldestMajor || major == oldestMajor && minor >= oldestMinor
}

// version reads the number of the last migration; 0 for an empty database.
func (s *Store) version(ctx context.Context, newest int) (int, error) {
	rows, err := s.ask(ctx, statement{text: readVersion})
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	version, ours := rows[0][0].(int64)
	used, _ := rows[0][1].(bool)
	switch {
	case !ours && used:
		return 0, graph.WithHint(fmt.Errorf("%w: the database holds nodes of another program", graph.ErrSchema),
			"Give Dateline an empty database of its own: neo4j://HOST:7687?database=NAME.")
	case int(version) > newest:
		return 0, fmt.Errorf("%w: the database has schema %d, this Dateline knows up to %d", graph.ErrSchema, version, newest)
	}
	return int(version), nil
}

// apply runs the statements of a step, each in a transaction of its own.
func (s *Store) apply(ctx context.Context, step storekit.Migration) error {
	for _, text := range append(statementsOf(step.Script), awaitIndexes) {
		if err := s.run(ctx, statement{text: text}); err != nil {
			return err
		}
	}
	return s.run(ctx, statement{setVersion, map[string]any{"version": step.Version}})
}

// run runs one statement that writes, and can run again.
func (s *Store) run(ctx context.Context, st statement) error {
	return retrying(ctx, func(time.Duration) error { // an index can take long
		session := s.session(ctx, driver.AccessModeWrite)
		defer release(ctx, session)
		result, err := session.Run(ctx, st.text, st.params)
		if err != nil {
			return err
		}
		_, err = result.Consume(ctx)
		return err
	})
}
