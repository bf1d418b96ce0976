package lexicon

import (
	"slices"
	"testing"
)

// TestConditions holds that a condition without a rule, or a rule without one, stops the
// program when it starts.
func TestConditions(t *testing.T) {
	rules := map[string]bool{"no-wire": true}
	defer func() {
		if recover() == nil {
			t.Error("rules for a part of the conditions are let through")
		}
	}()
	NounConditions(rules)
}

// TestSensesInOrder holds that a sense with a particle comes before one without.
func TestSensesInOrder(t *testing.T) {
	senses := ContactVerbs()["call"]
	bare := slices.IndexFunc(senses, func(v *ContactVerb) bool { return v.Particle == "" })
	if len(senses) < 2 || bare != len(senses)-1 {
		t.Errorf("the senses of call are %v", senses)
	}
}
