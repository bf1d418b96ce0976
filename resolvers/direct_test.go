package resolvers

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/graph"
)

// holed returns the first report of its first event without its article.
type holed struct{ graph.Reader }

func (h holed) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	page, err := h.Reader.Events(ctx, q)
	if err == nil {
		page.Nodes[0].Reports.Nodes[0].Article = nil
	}
	return page, err
}

// TestDirectIsTheSame: events are answered alike whether they are written directly or by
// gqlgen, which answers a query that also asks for what is not filled. So is what is
// missing.
func TestDirectIsTheSame(t *testing.T) {
	_, store := canal(t)
	const selection = `{ edges { cursor node { again: id ...all } } pageInfo { hasNextPage startCursor } totalCount
  nodes { ...all ... on Event { id articleCount } } }`
	const fragments = `fragment all on Event { __typename id type means status summary articleCount publisherCount time { edtf earliest text approximate }
  place { name } conflicts { kind explanation }
  participants { role entity { __typename id name ... on Person { aliases positions { title organization { name } } } ... on Organization { kind } } onBehalfOf { name } }
  reports(first: 2) { totalCount pageInfo { endCursor } nodes { quote start confidence attributedTo { name } place { id } article { id title published loadedAt } } } }`
	for name, store := range map[string]graph.Reader{"whole": store, "holed": holed{store}} {
		t.Run(name, func(t *testing.T) {
			direct := eventsAnswered(t, store, "{ events "+selection+" } "+fragments)
			plain := eventsAnswered(t, store, "{ events "+selection+" entities { totalCount } } "+fragments)
			if diff := cmp.Diff(plain, direct); diff != "" {
				t.Errorf("(-gqlgen +direct):\n%s", diff)
			}
			if name == "whole" && len(direct.Events) < 100 {
				t.Errorf("answered %s", direct.Events)
			}
			if name == "holed" && len(direct.Errors) == 0 {
				t.Error("no error says that an article is missing")
			}
		})
	}
}

type eventsAnswer struct {
	Events string
	Errors []string // their paths
}

func eventsAnswered(t *testing.T, store graph.Reader, query string) eventsAnswer {
	t.Helper()
	response := Execute(t.Context(), store, Request{Query: query})
	var answer eventsAnswer
	for _, err := range response.Errors {
		answer.Errors = append(answer.Errors, err.Path.String())
	}
	slices.Sort(answer.Errors)
	var data map[string]json.RawMessage
	if err := json.Unmarshal(response.Data, &data); err != nil {
		t.Fatal(err)
	}
	answer.Events = string(data["events"])
	return answer
}
