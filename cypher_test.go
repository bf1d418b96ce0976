package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/graph/neo4j/neo4jtest"
)

var update = flag.Bool("update", false, "rewrite the tables of docs/cypher.md; read them before you commit")

// TestCypher runs each query of docs/cypher.md on the samples and compares the answer
// with the table below it.
func TestCypher(t *testing.T) {
	file := filepath.Join("docs", "cypher.md")
	document, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	loadInto(t, openNeo4j(t), "samples")
	server := neo4jtest.Shared(t)

	query := regexp.MustCompile("(?s)```cypher\n(.+?)```\n\n((?:\\|[^\n]*\n)*)")
	count := 0
	answered := query.ReplaceAllStringFunc(string(document), func(section string) string {
		count++
		parts := query.FindStringSubmatch(section)
		got := answerTable(t, server, parts[1])
		if parts[2] != got && !*update {
			t.Errorf("query %d:\n%s\nanswers\n%s\nnot\n%s", count, parts[1], got, parts[2])
		}
		return strings.TrimSuffix(section, parts[2]) + got
	})
	if count != 12 { // of ten questions
		t.Errorf("%d queries, want 12", count)
	}
	if *update {
		if err := os.WriteFile(file, []byte(answered), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// answerTable returns an answer as a Markdown table. An answer without rows fails the
// test, since it would show nothing.
func answerTable(t *testing.T, server *neo4jtest.Server, cypher string) string {
	t.Helper()
	rows, err := server.Query(t.Context(), cypher, nil)
	if err != nil {
		t.Error(err)
		return ""
	}
	if len(rows) == 0 {
		t.Errorf("no answer:\n%s", cypher)
		return ""
	}
	var table strings.Builder
	line := func(cells []string) { fmt.Fprintf(&table, "| %s |\n", strings.Join(cells, " | ")) }
	line(rows[0].Keys)
	line(slices.Repeat([]string{"---"}, len(rows[0].Keys)))
	for _, row := range rows {
		cells := make([]string, len(row.Values))
		for i, value := range row.Values {
			cells[i] = cell(value)
		}
		line(cells)
	}
	return table.String()
}

func cell(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case []any:
		cells := make([]string, len(value))
		for i, v := range value {
			cells[i] = cell(v)
		}
		return strings.Join(cells, ", ")
	}
	return strings.ReplaceAll(fmt.Sprint(value), "|", `\|`)
}
