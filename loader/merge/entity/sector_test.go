package entity

import (
	"testing"

	"dateline/graph"
)

func TestSectorOf(t *testing.T) {
	for _, test := range []struct {
		titles []string
		want   Sector
	}{
		{nil, SectorUnknown},
		{[]string{"President"}, SectorUnknown}, // of a state or a company
		{[]string{"Foreign Minister", "President"}, SectorState},
		{[]string{"Chief Executive of Fjord Shipping"}, SectorCompany},
		{[]string{"Goalkeeper", "Senator"}, SectorSeveral},
		{[]string{"former Chief Executive and Senator"}, SectorSeveral},
	} {
		var positions []graph.Position
		for _, title := range test.titles {
			positions = append(positions, graph.Position{Title: title})
		}
		if got := SectorOf(positions); got != test.want {
			t.Errorf("%q: sector %q, want %q", test.titles, got, test.want)
		}
	}
}
