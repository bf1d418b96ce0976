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

func TestIsDenied(t *testing.T) {
	for _, c := range []struct {
		sentence, word string
		want           bool
	}{
		{"Neither Lim nor Okoro met Silva.", "met", true},
		{"Lim met neither Okoro nor Silva.", "met", true},
		{"Lim has neither met Okoro nor spoken to Silva.", "spoken", true},
		{"Lim has met Okoro and spoken to Silva.", "spoken", false},
		{"Nor did Lim meet Okoro.", "meet", true},
		{"Lim left without meeting Okoro.", "meeting", true},
		{"Lim left after meeting Okoro.", "meeting", false},
		{"Instead of meeting Okoro, Lim met Silva.", "meeting", true},
		{"Instead of meeting Okoro, Lim met Silva.", "met", false},
		{"At no time did Lim meet Okoro.", "meet", true},
		{"In May Lim met Okoro.", "met", false},
		{"Lim almost met Okoro.", "met", true},
	} {
		checkFact(t, c.sentence, c.word, c.want, IsDenied)
	}
}

func TestIsExcepted(t *testing.T) {
	checkFact(t, "Lim met Okoro and not Silva.", "Silva", true, IsExcepted)
	checkFact(t, "Lim met Okoro and not Silva.", "Okoro", false, IsExcepted)
	checkFact(t, "Not Lim but Okoro met Silva.", "Lim", true, IsExcepted)
}
