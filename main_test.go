package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dateline/graph"
	"dateline/graph/sqlite"
)

// TestMain lets this test binary stand for the program: scripts and the crash
// test run it as the command dateline.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dateline": main})
}

// TestCommandLine runs the scripts in testdata: what a user types, and what comes back.
func TestCommandLine(t *testing.T) {
	samples, err := filepath.Abs("samples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", samples)
			return nil
		},
	})
}

// shared finds a file beside the project, and skips the test where it is absent.
func shared(t *testing.T, path ...string) string {
	t.Helper()
	name := filepath.Join(append([]string{"..", "shared"}, path...)...)
	if _, err := os.Stat(name); err != nil {
		t.Skipf("the shared material is not beside the project: no %s", name)
	}
	return name
}

// openStore opens a store file of the test's own.
func openStore(t *testing.T, path string) graph.Store {
	t.Helper()
	store, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

func digestOf(t *testing.T, store graph.Reader) string {
	t.Helper()
	digest, err := graph.Digest(context.Background(), store)
	if err != nil {
		t.Fatal(err)
	}
	return digest
}
