package read

import (
	"path/filepath"
	"strings"
	"testing"

	"modernc.org/sqlite"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/sqlite/internal/schema"
	"dateline/graph/storekit"
)

// Pages of events are read from an index in their order: nothing is scanned and
// nothing sorted, however many events there are.
func TestPagesOfEventsAreReadInOrder(t *testing.T) {
	empty := emptyGraph(t)
	contacts := graph.EventFilter{Types: []graph.EventType{graph.EventContact}}
	during := contacts
	during.During = graph.MustEDTF("2031-03/2031-09")
	forms := map[string]struct {
		filter graph.EventFilter
		orders []graph.EventOrder
		one    bool
	}{
		"all":                {contacts, graph.EventOrders(), false},
		"all in a period":    {during, []graph.EventOrder{graph.OrderTimeAscending, graph.OrderTimeDescending}, false},
		"of one":             {contacts, []graph.EventOrder{graph.OrderTimeAscending, graph.OrderTimeDescending}, true},
		"of one in a period": {during, []graph.EventOrder{graph.OrderTimeAscending, graph.OrderTimeDescending}, true},
	}
	for name, form := range forms {
		for _, order := range form.orders {
			for _, backward := range []bool{false, true} {
				query, args := eventsQuery(t, form.filter, order, form.one, backward)
				err := empty.each(t.Context(), "EXPLAIN QUERY PLAN "+query, args, func(r *mapping.Row) error {
					r.Number()
					r.Number()
					r.Value()
					step := r.Text()
					if strings.HasPrefix(step, "SEARCH") && !strings.Contains(step, "COVERING INDEX") && !strings.Contains(step, "PRIMARY KEY") && order != graph.OrderReportsDescending {
						t.Errorf("%s by %s, backward %v reads more than an index: %s\n%s", name, order, backward, step, query)
					}
					sortsLong := strings.Contains(step, "LAST 3 TERMS") // the few long ones, the other way round
					if strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "USING INDEX") || strings.Contains(step, "TEMP B-TREE") && !sortsLong {
						t.Errorf("%s by %s, backward %v: %s\n%s", name, order, backward, step, query)
					}
					return nil
				})
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// emptyGraph is a connection to an empty graph.
func emptyGraph(t *testing.T) *Session {
	t.Helper()
	connector, err := sqlite.NewConnector("file:" + filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := db.Connect(t.Context(), connector)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if err := schema.Migrate(t.Context(), c, false); err != nil {
		t.Fatal(err)
	}
	return SessionOn(c)
}

// eventsQuery returns the query of a page, of one party where one is set.
func eventsQuery(t *testing.T, f graph.EventFilter, order graph.EventOrder, one, backward bool) (string, []any) {
	t.Helper()
	s := &scope{from: allEvents, long: longEvents, table: "e", during: f.During}
	if one {
		s.partOf([]string{"per_a"})
	} else {
		s.and(every)
	}
	oneOf(s, "type", f.Types)
	ordering, err := s.ordering(order)
	if err != nil {
		t.Fatal(err)
	}
	keys := []string{"0", "20310401", "20310402", "evt_a"}[4-len(ordering.keys):]
	cursor := graph.Cursor{Order: ordering.name, Keys: keys}.Encode()
	query, args, err := list{columns: ", " + s.row(), parts: s.parts(), ordering: ordering}.pageQuery(storekit.Window{Backward: backward, Limit: 20, Cursor: cursor})
	if err != nil {
		t.Fatal(err)
	}
	return query, args
}
