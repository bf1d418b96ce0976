package contact

import (
	"testing"

	"dateline/graph"
)

func TestClaim(t *testing.T) {
	for _, c := range []struct {
		text  string
		kind  graph.ClaimKind
		since string
	}{
		{"Ana Silva held her first talks with Piet Boom since May 2030.", graph.ClaimFirst, "2030-05"},
		{"Ana Silva held her first talks with Piet Boom since the flood.", graph.ClaimFirst, ""},
		{"Ana Silva last met Piet Boom in July 2030.", graph.ClaimLast, ""},
		{"Ana Silva held talks with Piet Boom.", "", ""},
	} {
		_, f := only(t, c.text)
		if f.Claim == nil {
			f.Claim = &graph.Claim{}
		}
		if f.Claim.Kind != c.kind || f.Claim.Since.String() != c.since {
			t.Errorf("%s\ngot %s %s, want %s %s", c.text, f.Claim.Kind, f.Claim.Since, c.kind, c.since)
		}
	}
}
