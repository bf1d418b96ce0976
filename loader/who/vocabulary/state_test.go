package vocabulary

import "testing"

func TestStates(t *testing.T) {
	states := Shared().States
	for code, want := range map[string]bool{"FR": true, "EU": false, "-af": false} {
		if got := states[code].IsSovereign(); got != want {
			t.Errorf("%s: got %t, want %t", code, got, want)
		}
	}
	if got := states["-af"].Country(); got != "" {
		t.Errorf("Africa has the country code %q", got)
	}
	if got := states["FR"].Adjective(); got != "French" {
		t.Errorf("got %q", got)
	}
}

func TestStateWithArticle(t *testing.T) {
	for code, want := range map[string]string{"US": "the United States", "FR": "France"} {
		if got := Shared().States[code].WithArticle(); got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
}
