package entity

import (
	"testing"

	"dateline/graph"
)

func TestBlock(t *testing.T) {
	for _, test := range []struct {
		member graph.Member
		want   string
	}{
		{graph.Member{Kind: graph.KindPerson, Name: "Volodymyr Zelenskyy"}, "person|zelenski"},
		{graph.Member{Kind: graph.KindPerson, Name: "Zelensky"}, "person|zelenski"},
		{graph.Member{Kind: graph.KindPerson, Name: "Henrik Friis Jr."}, "person|fris"},
		{graph.Member{Kind: graph.KindOrganization, Name: "Russian Federation", OrganizationKind: graph.OrganizationState, Country: "RU"}, "state|RU"},
		{graph.Member{Kind: graph.KindOrganization, Name: "National Shipping Council"}, "organization|nsc"},
		{graph.Member{Kind: graph.KindOrganization, Name: "N.S.C."}, "organization|nsc"},
		{graph.Member{Kind: graph.KindOrganization, Name: "Defense Ministry", Country: "NO"}, "organization|ministry defense"},
		{graph.Member{Kind: graph.KindPlace, Name: "Kyiv"}, "place|kiv"},
		{graph.Member{ID: "mem_1", Kind: graph.KindPerson, Name: "an aide", Nominal: true}, "nominal|mem_1"},
	} {
		if got := Block(&test.member); got != test.want {
			t.Errorf("%s: block %s, want %s", test.member.Name, got, test.want)
		}
	}
}
