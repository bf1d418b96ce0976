package contact

import (
	"testing"

	"dateline/graph"
)

// "The call" adds what it tells to the contact before it.
func TestAnaphora(t *testing.T) {
	_, f := only(t, "Ana Silva spoke with Piet Boom. During the call on 3 March 2031, it rained.")
	if f.Means != graph.MeansCall || f.Time == nil || f.Time.EDTF.String() != "2031-03-03" {
		t.Errorf("got %s at %v", f.Means, f.Time)
	}
	if _, f := only(t, "Ana Silva will visit Piet Boom. Ana Silva called off the visit."); f.Status != graph.StatusDenied {
		t.Errorf("a visit that was called off is %s", f.Status)
	}
}
