package event

import "testing"

// An envoy whom only one report knows as such shows that a state and one of its people
// are the same side, whichever report comes first.
func TestEnvoysAreSharedBothWays(t *testing.T) {
	accountOf := func(envoy party, other party) *account {
		return &account{rules: rulesByType["CONTACT"], parties: []party{envoy, other}}
	}
	sent := accountOf(party{id: "costa", principal: "silva", country: "PT"}, party{id: "netherlands", country: "NL", body: true, state: true})
	plain := accountOf(party{id: "costa"}, party{id: "boom", country: "NL"})
	if !sameParties(sent, plain) || !sameParties(plain, sent) {
		t.Errorf("the same parties: %t, and the other way round %t", sameParties(sent, plain), sameParties(plain, sent))
	}
	plain.parties[0].id = "nunes"
	if sameParties(sent, plain) || sameParties(plain, sent) {
		t.Error("another envoy is the same party")
	}
}
