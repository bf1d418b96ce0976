package main

import (
	"strings"
	"testing"
)

func TestReference(t *testing.T) {
	got, err := write(`"All questions." type Query {
  "Things | of a kind."
  things("How many." first: Int = 20 "Which." kinds: [Kind!]): [Thing!]!
}
"All changes." type Mutation { "Drops one." drop(id: ID!): Thing }
"A thing." interface Node { "Its ID." id: ID! }
"One thing." type Thing implements Node { "Its ID." id: ID! "Its old name." title: String @deprecated(reason: "Use id.") }
"What there is." enum Kind { "A good one." GOOD }`, "# roles\nQuery.things\treader\nMutation.drop\tadmin\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"## Queries\n\n### Query\n\nAll questions.\n",
		"| `things` | &#91;[Thing](#thing)!]! | Things \\| of a kind. |\n| &emsp;`first:` | Int = `20` | How many. |\n| &emsp;`kinds:` | &#91;[Kind](#kind)!] | Which. |\n",
		"| `drop` | [Thing](#thing) | Drops one. *Needs the role admin.* |\n",
		"### Thing\n\nOne thing.\n\nImplements [Node](#node).\n",
		"| `title` | String | Its old name. **Deprecated**: Use id. |\n",
		"### Node\n\nA thing.\n\nOne of [Thing](#thing).\n",
		"| `GOOD` | A good one. |\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
	if _, err := write("type Query {", ""); err == nil {
		t.Error("a schema that cannot be read has a reference")
	}
}
