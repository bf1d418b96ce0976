package schema_test

import (
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"dateline/schema"
)

// released holds the schema of the last release. Write it anew when releasing:
//
//	go test ./schema -run TestReleaseIsKept -update
const released = "testdata/released.graphqls"

var update = flag.Bool("update", false, "write the schema as that of a release")

// TestReleaseIsKept: whatever could be asked of the last release can be asked still, and
// is answered in the same types. The schema may have more.
func TestReleaseIsKept(t *testing.T) {
	if *update {
		if err := os.WriteFile(released, []byte(schema.SDL()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(released)
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range breaking(load(t, "released", string(text)), load(t, "schema", schema.SDL())) {
		t.Errorf("%s: deprecate it instead (docs/http.md), or say in CHANGELOG.md why not", broken)
	}
}

// breaking returns what clients of an old schema would miss in a new one.
func breaking(old, now *ast.Schema) (broken []string) {
	for _, before := range own(old) {
		after := now.Types[before.Name]
		if after == nil || after.Kind != before.Kind {
			broken = append(broken, before.Name+" is gone, or of another kind")
			continue
		}
		broken = append(broken, brokenMembers(before, after)...)
		for _, field := range before.Fields {
			broken = append(broken, brokenField(before, field, after.Fields.ForName(field.Name))...)
		}
		if before.Kind == ast.InputObject {
			for _, field := range after.Fields {
				if before.Fields.ForName(field.Name) == nil && mustBeGiven(field.Type, field.DefaultValue) {
					broken = append(broken, before.Name+"."+field.Name+" is new and must be given")
				}
			}
		}
	}
	return broken
}

func brokenField(of *ast.Definition, before, after *ast.FieldDefinition) (broken []string) {
	path := of.Name + "." + before.Name
	switch input := of.Kind == ast.InputObject; {
	case after == nil:
		return []string{path + " is gone"}
	case input && !takes(after.Type, before.Type):
		broken = append(broken, path+" takes "+after.Type.String()+", took "+before.Type.String())
	case !input && !takes(before.Type, after.Type):
		broken = append(broken, path+" gives "+after.Type.String()+", gave "+before.Type.String())
	}
	return append(broken, brokenArguments(path, before.Arguments, after.Arguments)...)
}

func brokenMembers(before, after *ast.Definition) (broken []string) {
	for _, name := range slices.Concat(before.Interfaces, before.Types) {
		if !slices.Contains(slices.Concat(after.Interfaces, after.Types), name) {
			broken = append(broken, before.Name+" and "+name+" no longer belong together")
		}
	}
	for _, value := range before.EnumValues {
		if after.EnumValues.ForName(value.Name) == nil {
			broken = append(broken, before.Name+"."+value.Name+" is gone")
		}
	}
	return broken
}

func brokenArguments(path string, before, after ast.ArgumentDefinitionList) (broken []string) {
	for _, argument := range before {
		found := after.ForName(argument.Name)
		name := path + "(" + argument.Name + ":)"
		switch {
		case found == nil:
			broken = append(broken, name+" is gone")
		case !takes(found.Type, argument.Type):
			broken = append(broken, name+" takes "+found.Type.String()+", took "+argument.Type.String())
		case argument.DefaultValue != nil && argument.DefaultValue.String() != found.DefaultValue.String():
			broken = append(broken, name+" has another default: "+found.DefaultValue.String()+", was "+argument.DefaultValue.String())
		}
	}
	for _, argument := range after {
		if before.ForName(argument.Name) == nil && mustBeGiven(argument.Type, argument.DefaultValue) {
			broken = append(broken, path+"("+argument.Name+":) is new and must be given")
		}
	}
	return broken
}

func mustBeGiven(of *ast.Type, otherwise *ast.Value) bool { return of.NonNull && otherwise == nil }

// takes reports whether every value of one type is one of another: the same type, or the
// same without null.
func takes(wide, narrow *ast.Type) bool {
	if wide.NonNull && !narrow.NonNull || (wide.Elem == nil) != (narrow.Elem == nil) {
		return false
	}
	if wide.Elem != nil {
		return takes(wide.Elem, narrow.Elem)
	}
	return wide.NamedType == narrow.NamedType
}

// TestWhatBreaks: each change that breaks a client is found, and none that does not.
func TestWhatBreaks(t *testing.T) {
	const base = `type Query { a(x: Int, y: Int! = 1): [U] e: E! i(in: In): Node } enum E { ONE TWO } union U = A | B
		type A implements Node { id: ID! } type B { id: ID } interface Node { id: ID! } input In { p: Int q: Int! }`
	old := gqlparser.MustLoadSchema(&ast.Source{Input: base})
	for change, want := range map[string]int{
		base: 0,
		base + ` type C { d: Int } extend type Query { more: C } extend enum E { THREE } extend input In { r: Int }`: 0,
		`type Query { a(x: Int, y: Int! = 1): [U!]! e: E! i(in: In): Node } enum E { ONE TWO } union U = A | B
			type A implements Node { id: ID! } type B { id: ID! } interface Node { id: ID! } input In { p: Int q: Int }`: 0,
		`type Query { a(x: Int!, y: Int! = 2, z: Int!): U e: E } enum E { ONE } union U = A
			type A { id: String! } type B { id: ID } interface Node { id: ID! } input In { p: Int! s: Int! }`: 13,
	} {
		if broken := breaking(old, gqlparser.MustLoadSchema(&ast.Source{Input: change})); len(broken) != want {
			t.Errorf("%s: %d, want %d: %q", change, len(broken), want, broken)
		}
	}
}
