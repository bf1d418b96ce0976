package grammar

import "testing"

func TestLightVerbs(t *testing.T) {
	for _, c := range []struct {
		sentence, noun, carrier     string
		carried, argument, inPhrase bool
	}{
		{"Lim held talks with Okoro.", "talks", "held", true, true, false},
		{"Lim is in talks with Okoro.", "talks", "is", true, true, true},
		{"A letter sent by Lim arrived.", "letter", "sent", true, true, false},
		{"Lim smiled after talks with Okoro.", "talks", "smiled", false, true, true},
		{"The resumption of talks was announced.", "talks", "announced", true, true, true},
	} {
		check(t, c.sentence, c.noun, c.carrier, func(p *Parse, noun int) []int { return []int{CarrierOf(p, noun)} })
		of := func(ask func(p *Parse, i, verb int) bool) func(p *Parse, noun int) bool {
			return func(p *Parse, noun int) bool { return ask(p, noun, CarrierOf(p, noun)) }
		}
		checkFact(t, c.sentence, c.noun, c.carried, of(IsCarried))
		checkFact(t, c.sentence, c.noun, c.argument, of(IsArgument))
		checkFact(t, c.sentence, c.noun, c.inPhrase, of(IsInPhrase))
	}
}
