package evidence

import (
	"testing"

	"dateline/graph"
)

func TestOpeningMedium(t *testing.T) {
	for text, want := range map[string]graph.Means{
		"In an email dated 3 May, Ada Lim told Bo Okoro to wait.": graph.MeansMessage,
		"In Oslo, Ada Lim told Bo Okoro to wait.":                 graph.MeansNone,
	} {
		a := read(t, text)
		means := graph.MeansNone
		if medium := OpeningMedium(a, find(t, a, "told")); medium >= 0 {
			means = MeansNamed(a.Lemma(medium))
		}
		if means != want {
			t.Errorf("%s\ngot %q, want %q", text, means, want)
		}
	}
}
