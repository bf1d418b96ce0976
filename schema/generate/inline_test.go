package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
)

const nested = `directive @inlineArguments(without: [String!]) on ARGUMENT_DEFINITION

"What narrows a list."
input Filter {
  "Its kind."
  kind: [Int!]
  "Its \"name\"."
  name: String = "all"
  old: Int @deprecated(reason: "gone")
}

input Page {
  first: Int
}

type Query {
  "All."
  all(
    filter: Filter! @inlineArguments
    by: Int!
    page: Page! @inlineArguments
  ): [Int!]!
  few(filter: Filter! @inlineArguments(without: ["name", "old"]), page: Page! @inlineArguments): Int
  own(
    filter: Filter! @inlineArguments(without: ["old"])
    "A single kind."
    kind: Float
  ): Int
}
`

const flat = `type Query {
  "All."
  all(
    "Its kind."
    kind: [Int!]
    "Its \"name\"."
    name: String = "all"
    old: Int @deprecated(reason: "gone")
    by: Int!
    first: Int
  ): [Int!]!
  few(
    "Its kind."
    kind: [Int!]
    first: Int
  ): Int
  own(
    "A single kind."
    kind: Float
    "Its \"name\"."
    name: String = "all"
  ): Int
}
`

func TestFlatSchema(t *testing.T) {
	got, err := flatSchema([]*ast.Source{{Name: "nested", Input: nested}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(flat, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWrongInlinesAreRefused(t *testing.T) {
	for _, test := range []struct{ replace, by, want string }{
		{`without: ["old"]`, `without: ["age"]`, "Query.own: filter: Filter has no field age"},
		{"page: Page! @inline", "page: Int! @inline", "Query.all: page: Int is not an input"},
		{"directive", "extend type Query { more: Int }\ndirective", "not printed"},
	} {
		text := strings.Replace(nested, test.replace, test.by, 1)
		_, err := flatSchema([]*ast.Source{{Name: "nested", Input: text}})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.by, err, test.want)
		}
	}
}

// TestPrintedSchemaKeepsEveryKind: a schema without inputs to inline is printed as it
// was written.
func TestPrintedSchemaKeepsEveryKind(t *testing.T) {
	const text = `"""
A thing,
in two lines.
"""
interface Thing {
  "Its ID."
  id: ID!
}

"Anything."
union Any = A | B

type A implements Thing & Other {
  id: ID!
  b(
    at: Day = TODAY
  ): [B]
}

enum Day {
  "This day."
  TODAY
  OTHER @deprecated
}

scalar EDTF @specifiedBy(url: "https://www.loc.gov/standards/datetime/")

input Ref @oneOf {
  "An ID."
  id: ID
  names: [String!] = ["a","b"]
}
`
	got, err := flatSchema([]*ast.Source{{Name: "text", Input: text}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(text, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
