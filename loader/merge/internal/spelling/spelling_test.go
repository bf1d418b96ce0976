package spelling

import (
	"strings"
	"testing"
)

func TestKey(t *testing.T) {
	romanization := strings.NewReplacer("tch", "c", "ch", "c", "kh", "h", "y", "i")
	for word, want := range map[string]string{
		"tchaikovskyy": "caikovski",
		"chaikovskiy":  "caikovski",
		"khattab":      "hatab",
		"":             "",
	} {
		if got := Key(romanization, word); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestInitials(t *testing.T) {
	if got := Initials([]string{"élan", "vital"}); got != "év" {
		t.Errorf("initials are %q, want %q", got, "év")
	}
}
