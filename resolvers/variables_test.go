package resolvers

import (
	"encoding/json"
	"testing"

	"dateline/access"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// TestVariables checks that a variable is accepted only if its JSON type is the one
// that GraphQL requires, however numbers were decoded.
func TestVariables(t *testing.T) {
	_, store := canal(t)
	engine := newEngine(store, Options{})
	const query = `query ($n: Int, $id: ID!, $name: String!) { contacts(first: $n, who: {id: $id}, with: {name: $name}) { totalCount } }`
	const taken = ""
	for _, test := range []struct {
		variable string
		value    any
		fault    string
	}{
		{"n", json.Number("2"), taken},
		{"n", float64(2), taken},
		{"n", json.Number("2.0"), taken},
		{"n", 2, taken},
		{"n", nil, taken},
		{"n", "2", "cannot use string as Int"},
		{"n", []any{"2"}, "cannot use slice as Int"},
		{"n", json.Number("2.5"), "cannot use float64 as Int"},
		{"n", json.Number("1e400"), "cannot use float64 as Int"},
		{"n", json.Number("99999999999999999999"), "cannot use a number this large as Int"},
		{"n", true, "cannot use bool as Int"},
		{"n", json.Number("3000000000"), "first is 3000000000; it must be from 1 to 100."},
		{"id", json.Number("9007199254740993"), taken},
		{"id", "per_x", taken},
		{"name", "Varga", taken},
		{"name", json.Number("5"), "cannot use int64 as String"},
	} {
		request := Request{Query: query, Variables: map[string]any{"id": "per_x", "name": "Varga", test.variable: test.value}}
		if got := firstMessage(engine.run(access.With(t.Context(), access.Owner()), request, nil).response.Errors); got != test.fault {
			t.Errorf("%s = %#v: %q, want %q", test.variable, test.value, got, test.fault)
		}
	}
}

func firstMessage(errs gqlerror.List) string {
	if len(errs) == 0 {
		return ""
	}
	return errs[0].Message
}
