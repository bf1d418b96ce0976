package quote

import "testing"

func TestEmbeddedWeights(t *testing.T) {
	if weights := attributionWeights(); weights["cue say"] <= weights["cue walk"] {
		t.Errorf("to say weighs %v, to walk %v", weights["cue say"], weights["cue walk"])
	}
}
