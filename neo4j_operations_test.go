package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dateline/graph/neo4j/neo4jtest"
)

// TestOperationsOnNeo4j backs up, restores, checks and exports a database with edits.
func TestOperationsOnNeo4j(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Erase(t)
	runOnNeo4j(t, server, filepath.Join("testdata", "neo4j_operations"))
}

// runOnNeo4j runs the scripts of a folder with a server's address and password.
func runOnNeo4j(t *testing.T, server *neo4jtest.Server, folder string) {
	t.Helper()
	samples, err := filepath.Abs("samples")
	must(t, err)
	testscript.Run(t, testscript.Params{
		Dir: folder,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", samples)
			env.Setenv("NEO4J", server.URL)
			env.Setenv("PASSWORD", server.Password)
			env.Setenv("DATELINE_NEO4J_USER", server.User)
			env.Setenv("DATELINE_NEO4J_PASSWORD", server.Password)
			return os.WriteFile(filepath.Join(env.WorkDir, "secret"), []byte(server.Password+"\n"), 0o600)
		},
	})
}
