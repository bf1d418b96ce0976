package bolt

import (
	"context"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Statement is a Cypher text with its parameters. There are few different texts, so that
// the server caches their plans; whatever users give is a parameter.
type Statement struct {
	Text   string
	Params map[string]any
}

// KeepPlan makes the server keep the plan of a statement when the graph has grown. All
// statements start at an index, and planning them again every few seconds while articles
// are loaded would take longer than running them.
const KeepPlan = "CYPHER replan=skip "

// newStatement makes the server create one plan for a text and keep it. It puts all
// parameters into one map: the server would make a plan for each combination of their
// types and sizes (no item, one, up to ten), but does not look into a map.
func newStatement(text string, params map[string]any) Statement {
	return Statement{KeepPlan + strings.ReplaceAll(text, "$", "$p."), map[string]any{"p": params}}
}

// Asker runs one statement and returns its rows.
type Asker func(text string, params map[string]any) ([][]any, error)

// rowsOf reads all rows of a result.
func rowsOf(ctx context.Context, result driver.ResultWithContext) ([][]any, error) {
	var rows [][]any
	for result.Next(ctx) {
		rows = append(rows, result.Record().Values)
	}
	return rows, result.Err()
}
