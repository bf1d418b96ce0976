package schema_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/live"
	"dateline/schema"
	"dateline/schema/model"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// contract holds the names that are promised to users.
const contract = "testdata/contract.graphqls"

func load(t *testing.T, name, text string) *ast.Schema {
	t.Helper()
	loaded, err := gqlparser.LoadSchema(&ast.Source{Name: name, Input: text})
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

// own returns the types that a schema defines itself, sorted by name.
func own(s *ast.Schema) []*ast.Definition {
	var types []*ast.Definition
	for _, definition := range s.Types {
		if !definition.BuiltIn {
			types = append(types, definition)
		}
	}
	slices.SortFunc(types, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return types
}

// TestEverythingIsDescribed: the schema is the API's manual.
func TestEverythingIsDescribed(t *testing.T) {
	described := func(path, text string) {
		if strings.TrimSpace(text) == "" {
			t.Errorf("%s has no description", path)
		}
	}
	for _, definition := range own(load(t, "schema", schema.SDL())) {
		described(definition.Name, definition.Description)
		for _, value := range definition.EnumValues {
			described(definition.Name+"."+value.Name, value.Description)
		}
		for _, field := range definition.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			path := definition.Name + "." + field.Name
			described(path, field.Description)
			for _, argument := range field.Arguments {
				described(path+"("+argument.Name+")", argument.Description)
			}
		}
	}
}

// TestContractIsKept checks that the schema has everything that users were promised,
// under the same names and types. It may have more.
func TestContractIsKept(t *testing.T) {
	text, err := os.ReadFile(contract)
	if err != nil {
		t.Fatal(err)
	}
	ours := load(t, "schema", schema.SDL())
	for _, promised := range own(load(t, "contract", string(text))) {
		if kept := ours.Types[promised.Name]; kept == nil {
			t.Errorf("%s is missing", promised.Name)
		} else {
			checkType(t, promised, kept)
		}
	}
}

func checkType(t *testing.T, promised, kept *ast.Definition) {
	if promised.Kind != kept.Kind {
		t.Errorf("%s is %s, promised as %s", promised.Name, kept.Kind, promised.Kind)
	}
	for _, name := range slices.Concat(promised.Interfaces, promised.Types) {
		if !slices.Contains(slices.Concat(kept.Interfaces, kept.Types), name) {
			t.Errorf("%s does not have %s as an interface or member", promised.Name, name)
		}
	}
	for _, directive := range promised.Directives {
		if kept.Directives.ForName(directive.Name) == nil {
			t.Errorf("%s lacks @%s", promised.Name, directive.Name)
		}
	}
	for _, value := range promised.EnumValues {
		if kept.EnumValues.ForName(value.Name) == nil {
			t.Errorf("%s lacks the value %s", promised.Name, value.Name)
		}
	}
	for _, field := range promised.Fields {
		if strings.HasPrefix(field.Name, "__") {
			continue
		}
		if found := kept.Fields.ForName(field.Name); found == nil {
			t.Errorf("%s.%s is missing", promised.Name, field.Name)
		} else {
			checkField(t, promised.Name+"."+field.Name, field, found)
		}
	}
}

func checkField(t *testing.T, path string, promised, kept *ast.FieldDefinition) {
	if promised.Type.String() != kept.Type.String() {
		t.Errorf("%s is of type %s, promised as %s", path, kept.Type, promised.Type)
	}
	for _, argument := range promised.Arguments {
		found := kept.Arguments.ForName(argument.Name)
		switch {
		case found == nil:
			t.Errorf("%s(%s:) is missing", path, argument.Name)
		case found.Type.String() != argument.Type.String():
			t.Errorf("%s(%s:) is of type %s, promised as %s", path, argument.Name, found.Type, argument.Type)
		case found.DefaultValue.String() != argument.DefaultValue.String():
			t.Errorf("%s(%s:) defaults to %s, promised as %s", path, argument.Name, found.DefaultValue, argument.DefaultValue)
		}
	}
	for _, argument := range kept.Arguments {
		if promised.Arguments.ForName(argument.Name) == nil && argument.Type.NonNull && argument.DefaultValue == nil {
			t.Errorf("%s(%s:) must be given, and was not promised", path, argument.Name)
		}
	}
}

// TestEnumsAreThoseOfGraph: generated code does not check the values that it writes, so a
// value of graph that the schema does not have would break clients.
func TestEnumsAreThoseOfGraph(t *testing.T) {
	loaded := load(t, "schema", schema.SDL())
	notOfOneReport := func(s graph.Status) bool { return s == graph.StatusDisputed }
	enums := map[string][]string{
		"EventType":         texts(graph.EventTypes()),
		"Means":             texts(graph.MeansKinds()),
		"Status":            texts(slices.DeleteFunc(graph.Statuses(), notOfOneReport)),
		"EventStatus":       texts(graph.Statuses()),
		"Role":              texts(graph.Roles()),
		"OrganizationKind":  texts(graph.OrganizationKinds()),
		"ConflictKind":      texts(graph.ConflictKinds()),
		"EventOrder":        texts(graph.EventOrders()),
		"TimeUnit":          texts(graph.TimeUnits()),
		"Precision":         texts(graph.Precisions()),
		"Facet":             texts(graph.Facets()),
		"SourceKind":        texts(graph.SourceKinds()),
		"LoadOutcomeKind":   texts(graph.LoadOutcomes()),
		"ChangeKind":        texts(graph.ChangeKinds()),
		"ContactChangeKind": texts(live.Kinds()),
		"EditChangeKind":    texts(live.EditKinds()),
		"EditKind":          texts(graph.EditKinds()),
		"EntityKind":        texts(graph.OrganizationKinds()),
		"ReportField":       texts(graph.ReportFields()),
		"Judgement":         texts(model.Judgements()),
		"ReviewKind":        texts(graph.ReviewKinds()),
		"Verdict":           texts(graph.Verdicts()),
		"Aspect":            texts(graph.Aspects()),
		"Effect":            texts(graph.Effects()),
	}
	for name, want := range enums {
		var got []string
		for _, value := range loaded.Types[name].EnumValues {
			got = append(got, value.Name)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("the enum %s is not that of package graph (-graph +schema): correct it in schema/*.graphqls, then make generate\n%s", name, diff)
		}
	}
	for _, definition := range own(loaded) {
		if definition.Kind == ast.Enum && enums[definition.Name] == nil {
			t.Errorf("enum %s is not compared with package graph", definition.Name)
		}
	}
}

func texts[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, value := range values {
		list[i] = string(value)
	}
	return list
}
