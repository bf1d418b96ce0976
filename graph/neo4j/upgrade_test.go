package neo4j_test

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/internal/schema"
	"dateline/graph/neo4j/neo4jtest"
)

// earlier is a graph as a release with migration 4 made it of the Canal graph: nodes and
// relationships, whose ends are given by their place in the list of nodes. A number with a
// fraction is {"float": "…"}.
type earlier struct {
	Nodes []struct {
		Labels     []string
		Properties map[string]any
	}
	Links []struct {
		Type       string
		From, To   int
		Properties map[string]any
	}
}

// Brought up to date, the graph of an earlier release passes as upgraded.
func TestUpgradeFromMigration4(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.EraseAll(t)
	run := func(cypher string, parameters map[string]any) {
		t.Helper()
		if _, err := server.Query(t.Context(), cypher, parameters); err != nil {
			t.Fatal(err)
		}
	}
	steps, err := schema.Migrations()
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range steps[:2] { // 3 and 4
		for _, statement := range schema.StatementsOf(step.Script) {
			run(statement, nil)
		}
	}
	was := readEarlier(t)
	for i, node := range was.Nodes {
		run("CREATE (n:Loaded:"+strings.Join(node.Labels, ":")+") SET n = $properties SET n.place = $place",
			map[string]any{"properties": properties(t, node.Properties), "place": i})
	}
	for _, link := range was.Links {
		run("MATCH (a:Loaded {place: $from}), (b:Loaded {place: $to}) CREATE (a)-[r:"+link.Type+"]->(b) SET r = $properties",
			map[string]any{"from": link.From, "to": link.To, "properties": properties(t, link.Properties)})
	}
	run("MATCH (n:Loaded) REMOVE n:Loaded REMOVE n.place", nil)

	store, err := neo4j.Open(t.Context(), server.URL, neo4j.Login(server.User, server.Password), neo4j.Patience(patience))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	graphtest.Upgraded(t, store)
}

func readEarlier(t *testing.T) earlier {
	t.Helper()
	packed, err := os.Open("testdata/schema4.json.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	var was earlier
	decoder := json.NewDecoder(unpacked)
	decoder.UseNumber()
	if err := decoder.Decode(&was); err != nil {
		t.Fatal(err)
	}
	return was
}

// properties returns properties as the server takes them.
func properties(t *testing.T, read map[string]any) map[string]any {
	t.Helper()
	ready := make(map[string]any, len(read))
	for name, value := range read {
		ready[name] = property(t, value)
	}
	return ready
}

func property(t *testing.T, value any) any {
	t.Helper()
	switch value := value.(type) {
	case json.Number:
		n, err := value.Int64()
		if err != nil {
			t.Fatal(err)
		}
		return n
	case map[string]any:
		f, err := strconv.ParseFloat(value["float"].(string), 64)
		if err != nil {
			t.Fatal(err)
		}
		return f
	case []any:
		list := make([]any, len(value))
		for i, one := range value {
			list[i] = property(t, one)
		}
		return list
	}
	return value
}
