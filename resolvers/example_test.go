package resolvers_test

import (
	"context"
	"fmt"

	"dateline/graph/graphtest"
	"dateline/resolvers"
)

// Any store answers GraphQL. This one holds a small story that is told in graphtest.
func ExampleExecute() {
	ctx := context.Background()
	store := graphtest.NewMemory()
	if err := graphtest.Fill(ctx, store, graphtest.Canal().Puts(), 1); err != nil {
		fmt.Println(err)
		return
	}
	response := resolvers.Execute(ctx, store, resolvers.Request{
		Query:     `query ($name: String!) { contacts(who: {name: $name}, means: [CALL]) { nodes { status summary } } }`,
		Variables: map[string]any{"name": "Ilse Varga"},
	})
	fmt.Println(string(response.Data), response.Errors)
	// Output: {"contacts":{"nodes":[{"status":"DISPUTED","summary":"Ilse Varga called Bram Okonedo on 4 March 2031 (disputed)."}]}}
}
