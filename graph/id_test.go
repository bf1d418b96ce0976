package graph

import "testing"

func TestNewID(t *testing.T) {
	if a, b := NewID("art", "ab", "c"), NewID("art", "a", "bc"); a == b {
		t.Errorf("parts run together: %s", a)
	}
	if a, b := NewID("art", "x"), NewID("art", "x"); a != b {
		t.Errorf("%s and %s for the same parts", a, b)
	}
	if got := PrefixOf(NewID(PrefixPerson, "x")); got != PrefixPerson {
		t.Errorf("prefix %q", got)
	}
	if got := PrefixOf("nothing"); got != "" {
		t.Errorf("prefix %q of an ID without one", got)
	}
}

func TestEventIDOf(t *testing.T) {
	report := NewID(PrefixReport, "x")
	event := EventIDOf(report)
	if PrefixOf(event) != PrefixEvent || ReportIDOf(event) != report {
		t.Errorf("%s → %s → %s", report, event, ReportIDOf(event))
	}
}
