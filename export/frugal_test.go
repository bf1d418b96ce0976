package export

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/graph"
	"dateline/graph/graphtest"
)

// frugal leaves out everything that it may.
type frugal struct{ Reader }

func (f frugal) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	page, err := f.Reader.Events(ctx, q)
	graphtest.Strip(page, q.Without)
	return page, err
}

// filled returns a store with a graph.
func filled(t *testing.T, g *graphtest.Graph) graph.Store {
	t.Helper()
	store := graphtest.NewMemory()
	if err := graphtest.Fill(t.Context(), store, g.Puts(), 100); err != nil {
		t.Fatal(err)
	}
	return store
}

// A format shows nothing that it told the store to leave out.
func TestNothingIsMissedOfAFrugalStore(t *testing.T) {
	for _, format := range formats {
		if !format.Takes(KindEvents) {
			continue
		}
		store := filled(t, graphtest.Canal().Graph)
		whole := exported(t, store, KindEvents, format.Name)
		if spared := exported(t, frugal{store}, KindEvents, format.Name); spared != whole {
			t.Errorf("%s lacks something (-whole +spared):\n%s", format.Name, cmp.Diff(whole, spared))
		}
	}
}
