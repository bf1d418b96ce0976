package contact

import "testing"

// Whatever is inferred lowers the confidence.
func TestConfidence(t *testing.T) {
	const undated = "Ana Silva flew to Lima on Monday. There Ana Silva has met Piet Boom."
	if _, f := only(t, undated); f.Confidence >= 0.95 || f.Confidence < 0.75 {
		t.Errorf("%s\nwith a time from the context: got %v", undated, f.Confidence)
	}
	for text, want := range map[string]float64{
		"Ana Silva met Piet Boom on Monday.":             0.95,
		"Ana Silva met an official of France on Monday.": 0.85,
		"Ana Silva could meet Piet Boom on Friday.":      0.9,
	} {
		if _, f := only(t, text); f.Confidence != want {
			t.Errorf("%s\ngot %v, want %v", text, f.Confidence, want)
		}
	}
}
