package vocabulary

import "testing"

func TestEntries(t *testing.T) {
	for name, want := range map[string]Use{
		"Russia": UseState, "Moscow": UseCapital, "Russian": UseAdjective, "Russians": UsePeople,
		"Kremlin": UseSeat, "NATO": UseOrganization, "Geneva": UsePlace, "RUSSIA": UseState,
	} {
		e := Shared().Names[NameKey(name)]
		if e == nil || e.Use != want {
			t.Errorf("%s: got %+v, want use %d", name, e, want)
		}
	}
	if e := Shared().Names["Brussels"]; e.State.Code != "EU" {
		t.Errorf("Brussels is said of %s", e.State.Code)
	}
}

func TestNameKey(t *testing.T) {
	for name, want := range map[string]string{
		"New York":         "New York",
		" New\u00a0 York ": "New York",
		"L’Équipe":         "L'Équipe",
		"Wall‑Street":      "Wall-Street",
	} {
		if got := NameKey(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
