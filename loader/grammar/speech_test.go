package grammar

import "testing"

func TestSpeech(t *testing.T) {
	for _, c := range []struct {
		sentence, clause, verb string
		speech, content, aside bool
	}{
		{"Lim said that Okoro met Silva.", "met", "said", true, true, false},
		{"Okoro, Lim said, met Silva.", "met", "said", true, false, true},
		{"Okoro met Silva, as Lim said.", "met", "said", true, false, true},
		{"Lim confirmed a meeting.", "meeting", "confirmed", true, true, false},
		{"Lim held a meeting.", "meeting", "held", false, false, false},
	} {
		checkFact(t, c.sentence, c.verb, c.speech, IsSpeech)
		checkFact(t, c.sentence, c.verb, c.content, func(p *Parse, verb int) bool { return IsContent(p, find(t, p, c.clause), verb) })
		checkFact(t, c.sentence, c.verb, c.aside, func(p *Parse, verb int) bool { return IsAside(p, verb, find(t, p, c.clause)) })
	}
}
