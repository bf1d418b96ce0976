// Package schema has the numbered migrations of the database.
package schema

import (
	"embed"
	"strings"

	"dateline/graph/storekit"
)

// migrationFiles are numbered from 1. A store's (:Dateline).version is the number of
// the last one that it has had. Neo4j does not change a schema and data in one
// transaction, so each statement can run again: a migration that was broken off
// starts over.
//
//go:embed migrations/*.cypher
var migrationFiles embed.FS

func Migrations() ([]storekit.Migration, error) {
	return storekit.Migrations(migrationFiles, "migrations/*.cypher", 1)
}

// StatementsOf parts a script, without its comments.
func StatementsOf(script string) []string {
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

// SetBrief is the Cypher that sets the brief of e: the lines of migration 0002. A change
// of it needs another migration, which writes all briefs again and has the new lines.
var SetBrief = linesOfBrief("migrations/0002_briefs.cypher")

func linesOfBrief(name string) string {
	script, err := migrationFiles.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	_, after, _ := strings.Cut(string(script), "WHERE e.brief IS NULL\nWITH e, ")
	lines, _, _ := strings.Cut(after, "\n} IN TRANSACTIONS")
	return "WITH e, " + lines
}
