package storekit_test

import (
	"errors"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

func TestChecks(t *testing.T) {
	for name, err := range map[string]error{
		"a party with neither ID nor name": storekit.CheckRef(graph.EntityRef{}),
		"a party with both":                storekit.CheckRef(graph.EntityRef{ID: "per_a", Name: "Ann"}),
		"negative articles":                storekit.CheckFilter(graph.EventFilter{MinArticles: -1}),
		"negative reports":                 storekit.CheckEvents(graph.EventQuery{Reports: -1}),
		"reports of both":                  storekit.CheckReports(graph.ReportQuery{EventIDs: []string{"evt_a"}, ArticleIDs: []string{"art_a"}}),
		"a network of negative hops":       storekit.CheckNetwork(graph.NetworkQuery{Hops: -1}),
		"a network of negative nodes":      storekit.CheckNetwork(graph.NetworkQuery{Limit: -1}),
		"a path of negative hops":          storekit.CheckPath(graph.PathQuery{MaxHops: -1}),
	} {
		if !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: error %v, want %v", name, err, graph.ErrInvalid)
		}
	}
	for name, err := range map[string]error{
		"a party":   storekit.CheckRef(graph.EntityRef{Name: "Ann"}),
		"a filter":  storekit.CheckFilter(graph.EventFilter{}),
		"events":    storekit.CheckEvents(graph.EventQuery{}),
		"reports":   storekit.CheckReports(graph.ReportQuery{EventIDs: []string{"evt_a"}}),
		"a network": storekit.CheckNetwork(graph.NetworkQuery{}),
		"a path":    storekit.CheckPath(graph.PathQuery{}),
	} {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A filter names its parties, which are pointers.
func TestFilter(t *testing.T) {
	got := storekit.Filter(graph.EventFilter{Who: &graph.EntityRef{ID: "per_a"}, Text: "tolls"}).String()
	for _, part := range []string{"per_a", "tolls"} {
		if !strings.Contains(got, part) {
			t.Errorf("%q is not in %s", part, got)
		}
	}
}
