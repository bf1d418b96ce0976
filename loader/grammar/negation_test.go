package grammar

import "testing"

func TestIsNegated(t *testing.T) {
	for _, c := range []struct {
		sentence, word string
		want           bool
	}{
		{"Lim did not meet Okoro.", "meet", true},
		{"Lim never met Okoro.", "met", true},
		{"No talks were held.", "talks", true},
		{"Lim did not just meet Okoro.", "meet", false},
		{"Lim met Okoro.", "met", false},
	} {
		checkFact(t, c.sentence, c.word, c.want, IsNegated)
	}
}

func TestIsYetTo(t *testing.T) {
	checkFact(t, "Lim has yet to meet Okoro.", "meet", true, IsYetTo)
	checkFact(t, "Lim has to meet Okoro.", "meet", false, IsYetTo)
}
