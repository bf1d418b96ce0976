package logistic

import (
	"math"
	"testing"
)

func TestScore(t *testing.T) {
	weights := Parse("any\t-1.5\ncue said\t2.25\nno number\n\n")
	if len(weights) != 2 {
		t.Fatalf("parsed %v", weights)
	}
	for _, c := range []struct {
		features Features
		want     float64
	}{
		{Features{"any", "cue said"}, 0.75},
		{Features{"any", "cue walked"}, -1.5},
	} {
		if got := weights.Score(c.features); got != c.want {
			t.Errorf("%q: got %v, want %v", c.features, got, c.want)
		}
	}
}

func TestFormat(t *testing.T) {
	weights := Weights{"b": -1, "a": 0.02, "c": 0.01}
	if got, want := weights.Format(0.02), "a\t0.020\nb\t-1.000\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestChoose(t *testing.T) {
	weights := Weights{"near": math.Log(3)}
	best, probabilities := weights.Choose([]Features{{"far"}, {"near"}})
	if best != 1 || math.Abs(probabilities[1]-0.75) > 1e-9 {
		t.Errorf("chose %d with %v", best, probabilities)
	}
	if best, _ := weights.Choose(nil); best != -1 {
		t.Errorf("of nothing, chose %d", best)
	}
}
