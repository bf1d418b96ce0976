package read

import (
	"fmt"
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
				for _, query := range eventsQueries(t, form.filter, order, form.one, backward) {
					checkPlan(t, empty, query, order, fmt.Sprintf("%s by %s, backward %v", name, order, backward))
				}
			}
		}
	}
}

func checkPlan(t *testing.T, empty *Session, query part, order graph.EventOrder, name string) {
	t.Helper()
	err := empty.each(t.Context(), "EXPLAIN QUERY PLAN "+query.from, query.args, func(r *mapping.Row) error {
		r.Number()
		r.Number()
		r.Value()
		step := r.Text()
		if strings.HasPrefix(step, "SEARCH") && !strings.Contains(step, "COVERING INDEX") && !strings.Contains(step, "PRIMARY KEY") && order != graph.OrderReportsDescending {
			t.Errorf("%s reads more than an index: %s\n%s", name, step, query.from)
		}
		if reversed := strings.Contains(query.from, "reverse_"); strings.Contains(step, "by_time") && reversed || strings.Contains(step, "by_reverse_time") && !reversed {
			t.Errorf("%s reads an index from its other end: %s\n%s", name, step, query.from)
		}
		sortsLong := strings.Contains(step, "LAST 3 TERMS") // the few long ones, the other way round
		if strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "USING INDEX") || strings.Contains(step, "TEMP B-TREE") && !sortsLong {
			t.Errorf("%s: %s\n%s", name, step, query.from)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
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

// eventsQueries returns the queries of a page and of what is before it, of one party where
// one is set.
func eventsQueries(t *testing.T, f graph.EventFilter, order graph.EventOrder, one, backward bool) []part {
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
	l, w := list{columns: ", " + s.row(), parts: s.parts(), ordering: ordering}, storekit.Window{Backward: backward, Limit: 20, Cursor: cursor}
	query, args, err := l.pageQuery(w)
	if err != nil {
		t.Fatal(err)
	}
	past, err := l.pastQueries(w)
	if err != nil {
		t.Fatal(err)
	}
	return append(past, part{query, args})
}
