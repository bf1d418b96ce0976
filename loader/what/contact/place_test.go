package contact

import "testing"

func TestPlace(t *testing.T) {
	for text, want := range map[string]string{
		"Ana Silva met Piet Boom in Oslo.":                           "Oslo",
		"Ana Silva held talks in Oslo with Piet Boom.":               "Oslo",
		"Ana Silva will fly to Oslo, where she will meet Piet Boom.": "Oslo",
		"Ana Silva met Piet Boom.":                                   "",
	} {
		a, f := only(t, text)
		if got := nameOf(a, f.Place); got != want {
			t.Errorf("%s\ngot %q, want %q", text, got, want)
		}
	}
}
