package neo4j_test

import (
	"context"
	"fmt"
	"os"

	"dateline/graph"
	"dateline/graph/neo4j"
)

// Ask a graph that dateline load has put into a database of its own.
func ExampleOpen() {
	ctx := context.Background()
	store, err := neo4j.Open(ctx, "neo4j://localhost:7687?database=news",
		neo4j.Login("neo4j", os.Getenv("DATELINE_NEO4J_PASSWORD")), neo4j.ReadOnly())
	if err != nil {
		panic(err)
	}
	defer store.Close()

	page, err := store.Events(ctx, graph.EventQuery{EventFilter: graph.EventFilter{Who: &graph.EntityRef{Name: "Solheim"}}})
	if err != nil {
		panic(err)
	}
	for _, event := range page.Nodes {
		fmt.Println(event.Summary)
	}
}
