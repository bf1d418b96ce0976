// Package shared finds the material that Dateline's developers keep in ../shared, beside
// the project: real articles, and texts with other people's annotations. Its licences do
// not let it be part of the project.
package shared

import (
	"os"
	"path/filepath"
	"testing"
)

// Path returns the path of a file or folder of ../shared. It skips the test if it is not
// there.
func Path(tb testing.TB, elements ...string) string {
	tb.Helper()
	name := filepath.Join(append([]string{root(tb), "..", "shared"}, elements...)...)
	if _, err := os.Stat(name); err != nil {
		tb.Skipf("needs %s, which is kept beside the project by its developers", filepath.Join(append([]string{"../shared"}, elements...)...))
	}
	return name
}

// root is the project's folder, which holds go.mod.
func root(tb testing.TB) string {
	tb.Helper()
	for folder := "."; ; folder = filepath.Join("..", folder) {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		if full, err := filepath.Abs(folder); err != nil || full == filepath.Dir(full) {
			tb.Fatal("no go.mod in any folder above the test's")
		}
	}
}
