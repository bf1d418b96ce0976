// Package schema holds Dateline's GraphQL schema, one file per noun. Package
// exec, generated from it, executes queries; package resolvers answers them.
package schema

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed *.graphqls
var files embed.FS

// SDL returns the whole schema in GraphQL's schema definition language: its files
// in the order of their names, a blank line between them.
func SDL() string {
	names, err := fs.Glob(files, "*.graphqls")
	if err != nil {
		panic(fmt.Sprintf("schema: list embedded files: %v", err)) // the pattern is a constant
	}
	parts := make([]string, len(names))
	for i, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(fmt.Sprintf("schema: read embedded %s: %v", name, err))
		}
		parts[i] = string(text)
	}
	return strings.Join(parts, "\n")
}
