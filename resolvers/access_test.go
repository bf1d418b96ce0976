package resolvers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"dateline/access"
	"dateline/schema"
)

// TestAccessTable: each field of the schema has its least role, and nothing else has one.
func TestAccessTable(t *testing.T) {
	roles, err := readRoles(schema.Access())
	if err != nil {
		t.Fatal(err)
	}
	fields := schemaFields()
	for _, field := range fields {
		if _, ok := roles[field]; !ok {
			t.Errorf("add a line to schema/access.tsv: %s.%s, a tab, and the least role that may ask for it", field.owner, field.name)
		}
	}
	for field := range roles {
		if !slices.Contains(fields, field) {
			t.Errorf("schema/access.tsv has %s.%s, which the schema does not have", field.owner, field.name)
		}
	}
}

// TestChangesNeedMore: who may only read changes nothing.
func TestChangesNeedMore(t *testing.T) {
	for field, least := range leastRoles() {
		if field.owner == "Mutation" && !least.Allows(access.Editor) {
			t.Errorf("Mutation.%s may be called by a %s", field.name, least)
		}
	}
}

// TestInterfacesHideNothing: a field asked for on an interface needs what the same field
// needs on each type that implements it.
func TestInterfacesHideNothing(t *testing.T) {
	loaded := definition()
	for name, implementers := range loaded.PossibleTypes {
		for _, field := range schemaFields() {
			if field.owner != name {
				continue
			}
			for _, implementer := range implementers {
				if own := leastRoles()[fieldName{implementer.Name, field.name}]; !leastRoles()[field].Allows(own) {
					t.Errorf("%s.%s may be asked for by a %s, but %s.%s only by a %s", name, field.name, leastRoles()[field], implementer.Name, field.name, own)
				}
			}
		}
	}
}

// TestRoleTimesField asks for each field of the schema in each role, in an operation made
// from the schema.
func TestRoleTimesField(t *testing.T) {
	loaded := definition()
	paths := reach(loaded)
	for _, field := range schemaFields() {
		query, ok := paths[field]
		if !ok {
			t.Errorf("%s.%s cannot be reached from an operation", field.owner, field.name)
			continue
		}
		document, errs := gqlparser.LoadQueryWithRules(loaded, query.text, nil)
		if errs != nil {
			t.Errorf("%s.%s: %s: %v", field.owner, field.name, query.text, errs)
			continue
		}
		for _, role := range access.Roles() {
			err := checkAccess(document.Operations[0], role)
			allowed := role.Allows(query.least)
			if allowed != (err == nil) {
				t.Errorf("%s as %s: %v", query.text, role, err)
			}
			want := CodeForbidden
			if role == access.Anonymous {
				want = CodeUnauthenticated
			}
			if err != nil && err.Extensions["code"] != string(want) {
				t.Errorf("%s as %s: %v, want %s", query.text, role, err.Extensions, want)
			}
		}
	}
}

// TestUnknownFieldIsRefused: what the table does not name is refused, to an admin as well.
func TestUnknownFieldIsRefused(t *testing.T) {
	loaded := gqlparser.MustLoadSchema(&ast.Source{Input: "type Query { brandNew: Int }"})
	document := gqlparser.MustLoadQueryWithRules(loaded, "{ brandNew }", nil)
	err := checkAccess(document.Operations[0], access.Admin)
	if err == nil || err.Extensions["code"] != string(CodeForbidden) {
		t.Errorf("got %v", err)
	}
}

// schemaFields returns the fields of all objects and interfaces, and those that every
// query has.
func schemaFields() []fieldName {
	fields := []fieldName{{"Query", "__schema"}, {"Query", "__type"}}
	for _, definition := range definition().Types {
		if definition.BuiltIn || definition.Kind != ast.Object && definition.Kind != ast.Interface {
			continue
		}
		for _, field := range definition.Fields {
			if !strings.HasPrefix(field.Name, "__") {
				fields = append(fields, fieldName{definition.Name, field.Name})
			}
		}
	}
	return fields
}

// wayTo is an operation that asks for a field, and the least role for all that it has.
type wayTo struct {
	text  string
	least access.Role
}

// reach returns an operation for each field: the shortest way to it from the root.
func reach(loaded *ast.Schema) map[fieldName]wayTo {
	type step struct {
		owner         *ast.Definition
		before, after string
		least         access.Role
	}
	found := map[fieldName]wayTo{}
	seen := map[string]bool{}
	var queue []step
	for word, root := range map[string]*ast.Definition{"query": loaded.Query, "mutation": loaded.Mutation, "subscription": loaded.Subscription} {
		if root != nil {
			queue = append(queue, step{root, word + " ", "", access.Anonymous})
			seen[root.Name] = true
		}
	}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		visit := func(definition *ast.Definition, before, after string, least access.Role) {
			if !seen[definition.Name] {
				seen[definition.Name] = true
				queue = append(queue, step{definition, before, after, least})
			}
		}
		for _, field := range at.owner.Fields {
			least := max(at.least, leastRoles()[fieldName{at.owner.Name, field.Name}])
			call := at.before + "{ " + field.Name + required(loaded, field)
			inner := loaded.Types[field.Type.Name()]
			text := call + " }" + at.after
			if inner.IsCompositeType() {
				text = call + " { __typename } }" + at.after
			}
			found[fieldName{at.owner.Name, field.Name}] = wayTo{text, least}
			if inner.IsCompositeType() && !strings.HasPrefix(field.Name, "__") {
				visit(inner, call+" ", " }"+at.after, least)
			}
		}
		for _, possible := range loaded.PossibleTypes[at.owner.Name] {
			visit(possible, at.before+"{ ... on "+possible.Name+" ", " }"+at.after, at.least)
		}
	}
	return found
}

// required returns the arguments that a field cannot go without, with some value.
func required(loaded *ast.Schema, field *ast.FieldDefinition) string {
	var given []string
	for _, argument := range field.Arguments {
		if argument.Type.NonNull && argument.DefaultValue == nil {
			given = append(given, argument.Name+": "+someValue(loaded, argument.Type))
		}
	}
	if given == nil {
		return ""
	}
	return "(" + strings.Join(given, ", ") + ")"
}

func someValue(loaded *ast.Schema, of *ast.Type) string {
	if of.Elem != nil {
		return "[" + someValue(loaded, of.Elem) + "]"
	}
	definition := loaded.Types[of.Name()]
	switch definition.Kind {
	case ast.Enum:
		return definition.EnumValues[0].Name
	case ast.InputObject:
		var fields []string
		for _, field := range definition.Fields {
			oneOf := definition.Directives.ForName("oneOf") != nil
			if field.Type.NonNull && field.DefaultValue == nil || oneOf {
				fields = append(fields, fmt.Sprintf("%s: %s", field.Name, someValue(loaded, field.Type)))
			}
			if oneOf {
				break
			}
		}
		return "{" + strings.Join(fields, ", ") + "}"
	}
	switch of.Name() {
	case "Int", "Float":
		return "1"
	case "Boolean":
		return "true"
	}
	return `"2024"`
}
