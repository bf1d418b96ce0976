package contact

import "testing"

// Places that tell of one contact are part of one, others of their own.
func TestTellings(t *testing.T) {
	told := Tellings(article(t, "Ana Silva met Piet Boom on Monday. Silva wrote to Jane Orr. Ana Silva's meeting with Piet Boom on Monday was short."))
	if len(told) != 3 {
		t.Fatalf("found %d tellings, want 3", len(told))
	}
	if told[0].Contact != told[2].Contact || told[1].Contact == told[0].Contact {
		t.Errorf("contacts %d, %d, %d: want the first and the last in one", told[0].Contact, told[1].Contact, told[2].Contact)
	}
}
