package neo4j

import "testing"

func TestIsNewEnough(t *testing.T) {
	for version, want := range map[string]bool{
		"5.26.12": true, "5.23.0": true, "5.22.9": false, "4.4.38": false, "2025.06.0": true, "5.26.0-drop01": true, "": false, "five": false,
	} {
		if got := isNewEnough(version); got != want {
			t.Errorf("%q: %t, want %t", version, got, want)
		}
	}
}
