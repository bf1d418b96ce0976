package vocabulary

import "testing"

func TestShapes(t *testing.T) {
	for word, want := range map[string]bool{"ELN": true, "U.N.": true, "AT&T": true, "Eln": false, "X": false} {
		if got := IsAcronym(word); got != want {
			t.Errorf("acronym %s: got %t, want %t", word, got, want)
		}
	}
	for word, want := range map[string]bool{"confirmation": true, "nation": false, "envoy": false} {
		if got := HasAbstractEnding(word); got != want {
			t.Errorf("abstract %s: got %t, want %t", word, got, want)
		}
	}
	if got := TitleCase("minister of the interior"); got != "Minister of the Interior" {
		t.Errorf("got %q", got)
	}
	for word, want := range map[string]bool{"Quayside.com": true, "U.N.": false, "Mr.": false} {
		if got := IsDomain(word); got != want {
			t.Errorf("domain %s: got %t, want %t", word, got, want)
		}
	}
}
