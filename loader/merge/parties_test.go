package merge

import "testing"

// An envoy whom one report alone knows as such shows that a state and one of its
// people are the same side, whichever of the reports comes first.
func TestEnvoysAreSharedBothWays(t *testing.T) {
	told := func(envoy party, other party) *telling {
		return &telling{rules: rulesByType["CONTACT"], parties: []party{envoy, other}}
	}
	sent := told(party{id: "costa", principal: "silva", country: "PT"}, party{id: "netherlands", country: "NL", body: true, state: true})
	plain := told(party{id: "costa"}, party{id: "boom", country: "NL"})
	if !sameParties(sent, plain) || !sameParties(plain, sent) {
		t.Errorf("the same parties: %t, and the other way round %t", sameParties(sent, plain), sameParties(plain, sent))
	}
	plain.parties[0].id = "nunes"
	if sameParties(sent, plain) || sameParties(plain, sent) {
		t.Error("another envoy is the same party")
	}
}
