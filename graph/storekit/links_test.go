package storekit_test

import (
	"maps"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

// An envoy acts for a president who meets a minister himself as well.
var meeting = []graph.Participation{
	{EntityID: "envoy", Role: graph.RoleParticipant, OnBehalfOfID: "president"},
	{EntityID: "minister", Role: graph.RoleParticipant},
	{EntityID: "president", Role: graph.RoleMediator},
}

func TestLinkedPairs(t *testing.T) {
	want := map[storekit.Pair]bool{
		{"envoy", "minister"}: true, {"minister", "president"}: true, {"envoy", "president"}: true,
	}
	if got := storekit.LinkedPairs(graph.EventContact, graph.StatusConfirmed, meeting); !maps.Equal(got, want) {
		t.Errorf("links %v, want %v", got, want)
	}
	for _, status := range graph.Statuses() {
		links := len(storekit.LinkedPairs(graph.EventContact, status, meeting)) > 0
		if took := status == graph.StatusAsserted || status == graph.StatusConfirmed || status == graph.StatusDisputed; links != took {
			t.Errorf("%s: links %v", status, links)
		}
	}
	if got := storekit.LinkedPairs(graph.EventStatement, graph.StatusAsserted, meeting); got != nil {
		t.Errorf("a statement links %v", got)
	}
	if got := storekit.LinkedPairs(graph.EventContact, graph.StatusAsserted, meeting[:1]); len(got) > 0 {
		t.Errorf("an envoy alone links %v", got)
	}
}

func TestPartsOf(t *testing.T) {
	want := map[string]storekit.Part{
		"envoy":     {Role: graph.RoleParticipant, OnBehalfOfID: "president"},
		"minister":  {Role: graph.RoleParticipant, Index: 1},
		"president": {Role: graph.RoleMediator, Index: storekit.SeveralParts},
	}
	if got := storekit.PartsOf(meeting); !maps.Equal(got, want) {
		t.Errorf("parts %v, want %v", got, want)
	}
	if got := storekit.PartsOf(meeting[:1])["president"]; got.Role != storekit.RolePrincipal || got.Index != 0 {
		t.Errorf("whom an envoy acts for has part %+v", got)
	}
}

func TestActingPairs(t *testing.T) {
	alone := []graph.Participation{{EntityID: "envoy", OnBehalfOfID: "president"}, {EntityID: "minister"}}
	if got := storekit.ActingPairs(graph.EventContact, graph.StatusAsserted, alone); !maps.Equal(got, map[storekit.Acting]bool{{Envoy: "envoy", Principal: "president"}: true}) {
		t.Errorf("an envoy acted in %v", got)
	}
	for name, got := range map[string]map[storekit.Acting]bool{
		"of two that were in contact":  storekit.ActingPairs(graph.EventContact, graph.StatusAsserted, meeting),
		"in a statement":               storekit.ActingPairs(graph.EventStatement, graph.StatusAsserted, alone),
		"in a contact that is denied":  storekit.ActingPairs(graph.EventContact, graph.StatusDenied, alone),
		"of one that acts for oneself": storekit.ActingPairs(graph.EventContact, graph.StatusAsserted, []graph.Participation{{EntityID: "a", OnBehalfOfID: "a"}}),
	} {
		if len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}
