// Package schema holds Dateline's GraphQL schema, one file per noun. Package exec,
// generated from it, executes queries; package resolvers answers them.
//
// Filters and pages are written once, as inputs, and stand as single arguments wherever
// a field has them; see arguments.graphqls.
package schema

import _ "embed"

//go:generate go run ./generate
//go:generate go run ./reference

//go:embed exec/schema.graphqls
var sdl string

//go:embed access.tsv
var access string

// Access returns the table with the least role that may ask for each field: a line for
// each, "Type.field" and the role with a tab between. Lines with # are comments.
func Access() string { return access }

// SDL returns the schema that users see, in GraphQL's schema definition language.
func SDL() string { return sdl }
