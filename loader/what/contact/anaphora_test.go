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

// A noun that tells of an event of its own says nothing about the contact before it.
func TestNoAnaphora(t *testing.T) {
	for _, text := range []string{
		"Ana Silva spoke today with Piet Boom to review preparations for the summit.",
		"Ana Silva spoke today with Piet Boom about the Oslo Summit.",
		"Ana Silva spoke today with Piet Boom. Silva spoke of the visit that she will pay to Mary Brown.",
	} {
		if c := Find(article(t, text)); len(c) == 0 || c[0].Means != graph.MeansUnspecified {
			t.Errorf("%s\nhas %v", text, c)
		}
	}
}
