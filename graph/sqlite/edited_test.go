package sqlite_test

import (
	"fmt"
	"testing"

	"dateline/graph"
)

// A value that Dateline cannot have written is damage, whatever error parsing it
// returns: it must not read as a fault of the user's question.
func TestEditedColumn(t *testing.T) {
	for _, edited := range []struct{ table, column, value string }{
		{"articles", "published", "20260231"},
		{"articles", "published", "-7"},
		{"articles", "loaded_at", "'on Monday'"},
		{"members", "aliases", "'[1]'"},
		{"members", "positions", `'["president"]'`},
		{"reports", "edtf", "'2026-02-31'"},
		{"reports", "time_anchor", "20261301"},
		{"reports", "participants", `'["per_a"]'`},
		{"reports", "attributed_to", "'Moscow'"},
		{"reports", "claim", `'{"since": "2026-02-31"}'`},
		{"reports", "about", "'grain'"},
		{"events", "about", `'{"text": "grain"}'`},
		{"entities", "kind", "'GHOST'"},
		{"entities", "aliases", "'{}'"},
		{"entities", "positions", `'["president"]'`},
		{"events", "edtf", "'the day before'"},
		{"events", "time_anchor", "99999999"},
		{"events", "participants", `'["per_a", "SPEAKER"]'`},
		{"events", "report_ids", "'rep_a'"},
		{"events", "report_rows", "'[one]'"},
		{"events", "conflicts", "'{'"},
		{"events", "merges", `'[{"reportIds": "rep_a"}]'`},
		{"events", "related", "'[1]'"},
	} {
		t.Run(edited.table+"."+edited.column, func(t *testing.T) {
			path, _ := filled(t)
			raw(t, path, fmt.Sprintf("UPDATE %s SET %s = %s", edited.table, edited.column, edited.value))
			errs := readAll(t, path)
			if len(errs) == 0 {
				t.Errorf("%s was not noticed", edited.value)
			}
			for _, err := range errs {
				if got := graph.AdviceFor(err).Code; got != graph.CodeCorrupt {
					t.Errorf("%s: %v", got, err)
				}
			}
		})
	}
}
