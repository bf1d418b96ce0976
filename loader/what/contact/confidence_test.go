package contact

import "testing"

// Whatever is inferred lowers the confidence.
func TestConfidence(t *testing.T) {
	for text, want := range map[string]float64{
		"Ana Silva met Piet Boom.":             0.95,
		"Ana Silva met an official of France.": 0.85,
		"Ana Silva could meet Piet Boom.":      0.9,
	} {
		if _, f := only(t, text); f.Confidence != want {
			t.Errorf("%s\ngot %v, want %v", text, f.Confidence, want)
		}
	}
}
