package event

import (
	"testing"

	"dateline/graph"
)

func TestStatusesAddUp(t *testing.T) {
	for _, s := range graph.Statuses() {
		if got := fuseStatuses(map[graph.Status]bool{s: true}); got != s && s != graph.StatusDisputed {
			t.Errorf("reports with the status %s add up to %s: add it to fuseStatuses in loader/merge/event/fusion.go", s, got)
		}
	}
	for _, test := range []struct {
		statuses []graph.Status
		want     graph.Status
	}{
		{[]graph.Status{graph.StatusAsserted, graph.StatusConfirmed}, graph.StatusConfirmed},
		{[]graph.Status{graph.StatusPlanned, graph.StatusAsserted}, graph.StatusAsserted},
		{[]graph.Status{graph.StatusConfirmed, graph.StatusDenied}, graph.StatusDisputed},
		{[]graph.Status{graph.StatusPlanned, graph.StatusDenied}, graph.StatusDenied},
		{[]graph.Status{graph.StatusHypothetical, graph.StatusRequested}, graph.StatusRequested},
	} {
		statuses := map[graph.Status]bool{}
		for _, s := range test.statuses {
			statuses[s] = true
		}
		if got := fuseStatuses(statuses); got != test.want {
			t.Errorf("%v add up to %s, want %s", test.statuses, got, test.want)
		}
	}
}
