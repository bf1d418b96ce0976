package bolt

import (
	"context"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Statement is a Cypher text with its parameters. The text is one of few, so that
// the server keeps its plan; what users give is a parameter.
type Statement struct {
	Text   string
	Params map[string]any
}

// KeepPlan has the server keep the plan of a statement though the graph has grown:
// all statements begin at an index, and to plan them anew, every few seconds while
// articles are loaded, takes longer than to run them.
const KeepPlan = "CYPHER replan=skip "

// newStatement has the server make one plan for a text, and keep it. Parameters
// are put into one, a map: the server makes a plan for each combination of their
// types and sizes, empty or of one item or of ten, but does not look into a map.
func newStatement(text string, params map[string]any) Statement {
	return Statement{KeepPlan + strings.ReplaceAll(text, "$", "$p."), map[string]any{"p": params}}
}

// Asker runs one statement and gives its rows.
type Asker func(text string, params map[string]any) ([][]any, error)

// rowsOf reads a result to its end.
func rowsOf(ctx context.Context, result driver.ResultWithContext) ([][]any, error) {
	var rows [][]any
	for result.Next(ctx) {
		rows = append(rows, result.Record().Values)
	}
	return rows, result.Err()
}
