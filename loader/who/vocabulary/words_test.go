package vocabulary

import "testing"

func TestWords(t *testing.T) {
	words := Shared()
	for name, want := range map[string]bool{"Jane": true, "JANE": true, "Anne-Marie": true, "Kellby": false} {
		if got := words.IsGiven(name); got != want {
			t.Errorf("first name %s: got %t, want %t", name, got, want)
		}
	}
	for word, want := range map[string]bool{"Monday": true, "President": true, "Orr": false} {
		if got := words.NotInName(word); got != want {
			t.Errorf("%s in no name: got %t, want %t", word, got, want)
		}
	}
	for noun, want := range map[string]bool{"envoy": true, "president": true, "table": false} {
		if got := words.IsOfficeNoun(noun); got != want {
			t.Errorf("office %s: got %t, want %t", noun, got, want)
		}
	}
}
