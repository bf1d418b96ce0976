package resolvers

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dateline/access"
	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// BenchmarkAPI asks the common questions of a sample in the embedded store, over
// the handler and by several clients at once.
func BenchmarkAPI(b *testing.B) {
	store, err := sqlite.Open(b.Context(), sqlite.Memory)
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	if err := graphtest.Fill(b.Context(), store, graphtest.Sample(1, graphtest.Small), 100); err != nil {
		b.Fatal(err)
	}
	page, err := store.Entities(b.Context(), graph.EntityQuery{PageRequest: graph.PageRequest{First: 1}})
	if err != nil {
		b.Fatal(err)
	}
	name := graph.ProfileOf(page.Nodes[0]).Name
	for _, question := range []struct{ name, query string }{
		{"a party's contacts", `{ contacts(who: {name: %q}, first: 20) { nodes { summary time { edtf } place { name } participants { role entity { id name } } reports(first: 3) { nodes { quote article { title publisher published } } } } } }`},
		{"entities and their contacts", `{ entities(first: 20) { nodes { name contacts(first: 5) { nodes { summary participants { entity { name } } } } } } # %q
}`},
		{"one field", `{ __typename } # %q`},
	} {
		body := fmt.Sprintf(`{"query":%q}`, fmt.Sprintf(question.query, name))
		handler := access.As(access.Owner(), NewHandler(store, Options{}))
		b.Run(question.name, func(b *testing.B) {
			b.ReportAllocs()
			b.RunParallel(func(clients *testing.PB) {
				for clients.Next() {
					request := httptest.NewRequest("POST", "/graphql", strings.NewReader(body))
					request.Header.Set("Content-Type", "application/json")
					answer := httptest.NewRecorder()
					handler.ServeHTTP(answer, request)
					if answer.Code != http.StatusOK || strings.Contains(answer.Body.String(), `"errors"`) {
						b.Fatalf("%d %s", answer.Code, answer.Body)
					}
				}
			})
		})
	}
}
