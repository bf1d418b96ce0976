package quote

import "testing"

func TestScore(t *testing.T) {
	weights := parseWeights("any\t-1.5\ncue said\t2.25\nno number\n\n")
	if len(weights) != 2 {
		t.Fatalf("parsed %v", weights)
	}
	for _, c := range []struct {
		description Description
		want        float64
	}{
		{Description{"any", "cue said"}, 0.75},
		{Description{"any", "cue walked"}, -1.5},
	} {
		if got := c.description.score(weights); got != c.want {
			t.Errorf("%q: got %v, want %v", c.description, got, c.want)
		}
	}
}

func TestEmbeddedWeights(t *testing.T) {
	if weights := attributionWeights(); weights["cue say"] <= weights["cue walk"] {
		t.Errorf("to say weighs %v, to walk %v", weights["cue say"], weights["cue walk"])
	}
}
