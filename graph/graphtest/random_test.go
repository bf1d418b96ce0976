package graphtest

import (
	"testing"

	"dateline/graph"
)

// Every field of a filter is asked for, by the cases and at random.
func TestFiltersAreAsked(t *testing.T) {
	g := Canal()
	var filters []graph.EventFilter
	for _, one := range canalFilters(canalStore{Store: openWith(t, openMemory, g.Graph), Telling: g}) {
		filters = append(filters, one.filter)
	}
	for _, name := range unasked(filters) {
		t.Errorf("no case asks by %s: add one to canalFilters", name)
	}

	filter := newTwins(t, openMemory, Collect(Sample(1, Small))).filter()
	filters = nil
	for seed := range 200 {
		filters = append(filters, filter.Example(seed))
	}
	for _, name := range unasked(filters) {
		t.Errorf("no random question asks by %s: draw it in twins.filter", name)
	}
}
