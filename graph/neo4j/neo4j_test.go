package neo4j_test

import (
	"flag"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
)

// empty keeps what migrations made, so that a store opens at once.
const empty = `MATCH (n) WHERE NOT n:Lock AND NOT n:Gate AND NOT n:Dateline CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS`

// open opens an empty store on the server that all tests of the package share.
func open(t testing.TB) *neo4j.Store {
	t.Helper()
	server := neo4jtest.Shared(t)
	if _, err := server.Query(t.Context(), empty, nil); err != nil {
		t.Fatal(err)
	}
	store, err := neo4j.Open(t.Context(), server.URL, neo4j.Login(server.User, server.Password))
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// fewerChecks keeps the random tests to a minute: each step is a round trip or
// several. -rapid.checks=100 gives all that other stores have.
const fewerChecks = "25"

func TestStore(t *testing.T) {
	if checks := flag.Lookup("rapid.checks"); checks.Value.String() == checks.DefValue {
		if err := checks.Value.Set(fewerChecks); err != nil {
			t.Fatal(err)
		}
	}
	graphtest.Run(t, func(t *testing.T) graph.Store { return open(t) })
}

func BenchmarkStore(b *testing.B) {
	graphtest.Benchmark(b, func(b *testing.B) graph.Store { return open(b) })
}
