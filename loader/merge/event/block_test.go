package event

import (
	"testing"

	"dateline/graph"
)

func TestBlock(t *testing.T) {
	person := func(id, country string) graph.Entity {
		return &graph.Person{Profile: graph.Profile{ID: id, Name: id, Country: country}}
	}
	entities := map[string]graph.Entity{
		"silva": person("silva", "PT"), "costa": person("costa", "PT"), "boom": person("boom", "NL"),
		"envoy": person("envoy", ""), "nobody": person("nobody", ""),
	}
	for _, test := range []struct {
		report graph.Report
		want   string
	}{
		{contact("boom", "silva"), "CONTACT|NL|PT"},
		{contact("silva", "boom", "costa"), "CONTACT|NL|PT"},
		{contact("silva", "costa"), "CONTACT|costa|silva"}, // of one state
		{contact("silva", "nobody"), "CONTACT|PT|nobody"},
		{graph.Report{Type: graph.EventContact, Participants: []graph.Participation{{EntityID: "envoy", OnBehalfOfID: "silva"}, {EntityID: "boom"}}}, "CONTACT|NL|PT"},
		{graph.Report{Type: graph.EventStatement, Participants: []graph.Participation{
			{EntityID: "silva", Role: graph.RoleSpeaker}, {EntityID: "boom", Role: graph.RoleAudience}}}, "STATEMENT|silva|2024-05"},
	} {
		if got := Block(&test.report, graph.NewDate(2024, 5, 10), entities); got != test.want {
			t.Errorf("%+v: block %s, want %s", test.report.Participants, got, test.want)
		}
	}
}

func contact(parties ...string) graph.Report {
	r := graph.Report{Type: graph.EventContact}
	for _, id := range parties {
		r.Participants = append(r.Participants, graph.Participation{EntityID: id, Role: graph.RoleParticipant})
	}
	return r
}
