package neo4j_test

import (
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
)

// patience is how long a call may take on a busy machine.
const patience = 10 * time.Minute

// open opens an empty store on the server that all tests of the package share.
func open(t testing.TB) *neo4j.Store {
	t.Helper()
	server := neo4jtest.Shared(t)
	server.Erase(t)
	store, err := neo4j.Open(t.Context(), server.URL, neo4j.Login(server.User, server.Password), neo4j.Patience(patience))
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func TestStore(t *testing.T) {
	neo4jtest.Shared(t) // without a server it skips once, not in every part
	graphtest.Run(t, func(t *testing.T) graph.Store { return open(t) })
}

func BenchmarkStore(b *testing.B) {
	graphtest.Benchmark(b, func(b *testing.B) graph.Store { return open(b) })
}
