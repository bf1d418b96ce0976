package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mostMethods is how many methods of its own a type may have; those of what it embeds do
// not count. A type with more answers for several concepts, each of which reads better as
// a type with the fields that it needs. A judgement: the largest had 29 when it was set.
const mostMethods = 32

// TestMethodsOfATypeAreFew checks every type of the project that is not generated.
func TestMethodsOfATypeAreFew(t *testing.T) {
	counts := methodCounts(t)
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if counts[name] > mostMethods {
			t.Errorf("%s has %d methods, more than %d: split it by what its methods need", name, counts[name], mostMethods)
		}
	}
}

// methodCounts returns the number of methods of each type, by folder and name.
func methodCounts(t *testing.T) map[string]int {
	t.Helper()
	counts := make(map[string]int)
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "node_modules" || path != "." && strings.HasPrefix(entry.Name(), ".")):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil || ast.IsGenerated(file) {
			return err
		}
		for _, declared := range file.Decls {
			if method, ok := declared.(*ast.FuncDecl); ok && method.Recv != nil {
				counts[filepath.ToSlash(filepath.Dir(path))+"."+receiver(method.Recv.List[0].Type)]++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return counts
}

// receiver returns the name of the type that a receiver is of, or points to.
func receiver(of ast.Expr) string {
	switch of := of.(type) {
	case *ast.StarExpr:
		return receiver(of.X)
	case *ast.IndexExpr:
		return receiver(of.X)
	case *ast.IndexListExpr:
		return receiver(of.X)
	case *ast.Ident:
		return of.Name
	}
	return ""
}
