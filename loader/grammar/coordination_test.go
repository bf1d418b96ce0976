package grammar

import "testing"

func TestConjuncts(t *testing.T) {
	for _, c := range []struct{ sentence, word, want string }{
		{"Lim, Okoro and Silva met.", "Lim", "Lim Okoro Silva"},
		{"Lim and Okoro met.", "Okoro", "Okoro"},
		{"Lim met Okoro.", "Lim", "Lim"},
	} {
		check(t, c.sentence, c.word, c.want, (*Parse).Conjuncts)
	}
}

func TestSharesAuxiliary(t *testing.T) {
	checkFact(t, "Lim will fly to Oslo and meet Okoro.", "meet", true, SharesAuxiliary)
	checkFact(t, "Lim will fly to Oslo and Silva will meet Okoro.", "meet", false, SharesAuxiliary)
	checkFact(t, "Lim flew to Oslo and met Okoro.", "met", false, SharesAuxiliary)
}
