package grammar

import "testing"

func TestPassive(t *testing.T) {
	for _, c := range []struct {
		sentence, verb string
		want           bool
		agents         string
	}{
		{"Okoro was received by Lim and Silva.", "received", true, "Lim"},
		{"Okoro was received.", "received", true, ""},
		{"A letter written by Lim arrived.", "written", true, "Lim"},
		{"Lim received Okoro.", "received", false, ""},
		{"The claim that Lim had received Okoro was false.", "received", false, ""},
		{"Lim had spoken by telephone with Okoro.", "spoken", false, "telephone"},
	} {
		checkFact(t, c.sentence, c.verb, c.want, IsPassive)
		check(t, c.sentence, c.verb, c.agents, Agents)
	}
}
