// Package schema has the numbered migrations of the database.
package schema

import (
	"embed"
	"regexp"
	"strings"

	"dateline/graph/storekit"
)

// FirstVersion is the oldest schema that can be brought up to date. In a graph of an
// earlier one, articles were read and merged by other rules, so it is made anew.
const FirstVersion = 3

// SummaryWords is the migration with which events have the words of their summaries.
const SummaryWords = 7

// migrationFiles are numbered from FirstVersion. (:Dateline).version is the number of the last one
// that was applied to a database. Neo4j cannot change a schema and data in one
// transaction, so each statement can run more than once: an interrupted migration starts
// from its beginning.
//
//go:embed migrations/*.cypher
var migrationFiles embed.FS

// Migrations returns the migrations in order.
func Migrations() ([]storekit.Migration, error) {
	return storekit.Migrations(migrationFiles, "migrations/*.cypher", FirstVersion)
}

// StatementsOf splits a script into its statements, without comments.
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

// Object is a constraint or an index of the newest schema.
type Object struct {
	// Kind is constraint or index.
	Kind, Name string
	// Statement makes it, unless it is there.
	Statement string
}

var creation = regexp.MustCompile(`^CREATE (?:FULLTEXT )?(CONSTRAINT|INDEX) (\w+) IF NOT EXISTS `)

// Objects returns the constraints and indexes that the migrations make, in order.
func Objects() ([]Object, error) {
	steps, err := Migrations()
	if err != nil {
		return nil, err
	}
	var objects []Object
	for _, step := range steps {
		for _, statement := range StatementsOf(step.Script) {
			if parts := creation.FindStringSubmatch(statement); parts != nil {
				objects = append(objects, Object{strings.ToLower(parts[1]), parts[2], statement})
			}
		}
	}
	return objects, nil
}

// SetBrief is the Cypher that sets the brief of e, from migration 0004. To change it, add
// a migration that has the new lines and writes all briefs again.
var SetBrief = linesOfBrief("migrations/0004_briefs.cypher")

func linesOfBrief(name string) string {
	script, err := migrationFiles.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	_, after, _ := strings.Cut(string(script), "WHERE e.brief IS NULL\nWITH e, ")
	lines, _, _ := strings.Cut(after, "\n} IN TRANSACTIONS")
	return "WITH e, " + lines
}
