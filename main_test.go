package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"dateline/graph"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/graph/sqlite"
)

// TestMain lets this test binary be the program too: the scripts and the tests that
// kill it run it as the command dateline.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dateline": main})
}

// TestCommandLine runs the scripts in testdata: what a user types, and what is printed.
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

// TestCommandLineNeo4j runs the scripts in testdata/neo4j on a Neo4j server.
func TestCommandLineNeo4j(t *testing.T) {
	samples, err := filepath.Abs("samples")
	if err != nil {
		t.Fatal(err)
	}
	server := neo4jtest.Shared(t)
	// The server plans the script's query here, where no deadline of a request ends it.
	store := openNeo4j(t)
	loadInto(t, store, samples)
	ask(t, store, `{ contacts(who: {name: "Solheim"}, with: {name: "Jonsson"}, means: [CALL]) { nodes { summary } } }`, &struct{}{})
	server.Erase(t)
	runOnNeo4j(t, server, filepath.Join("testdata", "neo4j"))
}

// runApp runs a command line in this process, and returns its exit code and what it
// printed.
func runApp(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, log bytes.Buffer
	app := &App{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &log, Now: time.Now}
	code = app.Run(t.Context(), args)
	return code, out.String(), log.String()
}

// patience is how long a call may take on a busy machine. Tests use it in place of
// the limits that users have.
const patience = 10 * time.Minute

// openStore opens a store in a file, which it makes if there is none.
func openStore(t *testing.T, path string) graph.Store {
	t.Helper()
	store, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

// openNeo4j erases the Neo4j of the tests and opens it.
func openNeo4j(t *testing.T) graph.Store {
	t.Helper()
	server := neo4jtest.Shared(t)
	server.Erase(t)
	return reopenNeo4j(t)
}

// reopenNeo4j opens the Neo4j of the tests with what it holds.
func reopenNeo4j(t *testing.T) graph.Store {
	t.Helper()
	server := neo4jtest.Shared(t)
	store, err := neo4j.Open(t.Context(), server.URL, neo4j.Login(server.User, server.Password), neo4j.Patience(patience))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

// overStores runs a test on an empty store of each kind.
func overStores(t *testing.T, test func(t *testing.T, store graph.Store)) {
	t.Run("sqlite", func(t *testing.T) { test(t, openStore(t, filepath.Join(t.TempDir(), "news.db"))) })
	t.Run("neo4j", func(t *testing.T) { test(t, openNeo4j(t)) })
}
