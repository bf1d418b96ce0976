package resolvers

import (
	"encoding/json"
	"testing"

	"dateline/access"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// TestVariables: variables are coerced as the specification says, however numbers were
// decoded, and what is refused is shown with what is needed.
func TestVariables(t *testing.T) {
	_, store := canal(t)
	engine := newEngine(store, Options{})
	const query = `query ($n: Int, $id: ID!, $name: String!, $ref: EntityRef!, $means: [Means!], $during: EDTF, $sure: Float, $unnamed: Boolean) {
		contacts(first: $n, who: {id: $id}, with: {name: $name}, anyOf: [$ref], means: $means, during: $during, minConfidence: $sure) { totalCount }
		entities(unnamed: $unnamed) { totalCount } }`
	const taken = ""
	many := make([]any, 101)
	for i := range many {
		many[i] = "CALL"
	}
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
		{"n", "2", `$n: "2" is a string, but an Int is needed, such as 20.`},
		{"n", []any{"2"}, "$n: a list is given, but an Int is needed, such as 20."},
		{"n", json.Number("2.5"), "$n: 2.5 is a number, but an Int is needed, such as 20."},
		{"n", json.Number("1e400"), "$n: 1e400 is too large for an Int."},
		{"n", json.Number("99999999999999999999"), "$n: 99999999999999999999 is too large for an Int."},
		{"n", true, "$n: true is given, but an Int is needed, such as 20."},
		{"n", json.Number("3000000000"), "$n: 3000000000 is too large for an Int."},
		{"id", json.Number("9007199254740993"), taken},
		{"id", json.Number("7"), taken},
		{"id", json.Number("7.5"), `$id: 7.5 is a number, but an ID is needed, such as "per_…".`},
		{"id", "per_x", taken},
		{"id", nil, "$id: null is given, but ID! is needed."},
		{"name", "Varga", taken},
		{"name", json.Number("5"), `$name: 5 is a number, but a String is needed, such as "Macron".`},
		{"name", json.Number("5.0"), `$name: 5.0 is a number, but a String is needed, such as "Macron".`},
		{"ref", map[string]any{"name": "Varga"}, taken},
		{"ref", map[string]any{"id": nil}, `$ref: give exactly one of id, name, country, and not null: {"name": "Emmanuel Macron"}.`},
		{"ref", map[string]any{"id": "per_x", "name": nil}, `$ref: give exactly one of id, name, country, and not null: {"name": "Emmanuel Macron"}.`},
		{"ref", map[string]any{}, `$ref: give exactly one of id, name, country, and not null: {"name": "Emmanuel Macron"}.`},
		{"ref", map[string]any{"nome": "Varga"}, `$ref: EntityRef has no field "nome"; it has id, name, country.`},
		{"ref", "Varga", `$ref: "Varga" is given, but an object is needed, such as {"name": "Emmanuel Macron"}.`},
		{"ref", map[string]any{"name": json.Number("5")}, `$ref.name: 5 is a number, but a String is needed, such as "Macron".`},
		{"means", []any{"CALL", "VISIT"}, taken},
		{"means", "CALL", taken},
		{"means", []any{}, taken},
		{"means", []any{"CALL", "PHONE"}, `$means[1]: "PHONE" is not a value of Means: it has CALL, MEETING, VISIT, MESSAGE, TALKS, UNSPECIFIED.`},
		{"means", "call", `$means: "call" is not a value of Means: it has CALL, MEETING, VISIT, MESSAGE, TALKS, UNSPECIFIED.`},
		{"means", []any{nil}, "$means[0]: null is given, but Means! is needed."},
		{"means", many, "$means: 101 values are given; at most 100 are allowed."},
		{"during", json.Number("2016"), `$during: 2016 is a number, but an EDTF is needed, such as "2026", "2026-02-10" or "2022/2024".`},
		{"sure", json.Number("1"), taken},
		{"sure", json.Number("0.5"), taken},
		{"sure", "0.5", `$sure: "0.5" is a string, but a Float is needed, such as 0.5.`},
		{"unnamed", true, taken},
		{"unnamed", "true", `$unnamed: "true" is a string, but a Boolean is needed, such as true.`},
		{"unnamed", json.Number("1"), "$unnamed: 1 is a number, but a Boolean is needed, such as true."},
		{"unknown", many, taken},
	} {
		variables := map[string]any{"id": "per_x", "name": "Varga", "ref": map[string]any{"country": "XM"}, test.variable: test.value}
		request := Request{Query: query, Variables: variables}
		if got := firstMessage(engine.run(access.With(t.Context(), access.Owner()), request, nil).response.Errors); got != test.fault {
			t.Errorf("%s = %#v: %q, want %q", test.variable, test.value, got, test.fault)
		}
	}
}

// TestLongListsAreRefusedAtOnce: a list of 120,000 values, which took half a minute and a
// gigabyte when each was compared with all values of its enum.
func TestLongListsAreRefusedAtOnce(t *testing.T) {
	_, store := canal(t)
	means := make([]any, 120_000)
	for i := range means {
		means[i] = "CALL"
	}
	request := Request{Query: `query ($means: [Means!]) { contacts(means: $means) { totalCount } }`, Variables: map[string]any{"means": means}}
	if got := firstMessage(Execute(t.Context(), store, request).Errors); got != "$means: 120000 values are given; at most 100 are allowed." {
		t.Error(got)
	}
}

func firstMessage(errs gqlerror.List) string {
	if len(errs) == 0 {
		return ""
	}
	return errs[0].Message
}
