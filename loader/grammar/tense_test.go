package grammar

import "testing"

func TestTense(t *testing.T) {
	for _, c := range []struct {
		sentence, verb               string
		past, going, reported, habit bool
	}{
		{"Lim met Okoro.", "met", true, false, false, false},
		{"Lim has met Okoro.", "met", true, false, false, false},
		{"Lim meets Okoro.", "meets", false, false, false, false},
		{"Lim is going to meet Okoro.", "meet", false, true, false, false},
		{"Lim is to meet Okoro.", "meet", false, true, false, false},
		{"Lim wants to meet Okoro.", "meet", false, false, false, false},
		{"Lim announced that he would meet Okoro.", "meet", false, false, true, false},
		{"Lim said that he would meet Okoro if he came.", "meet", false, false, false, false},
		{"At times Lim would meet Okoro.", "meet", false, false, false, true},
	} {
		checkFact(t, c.sentence, c.verb, c.past, IsPast)
		checkFact(t, c.sentence, c.verb, c.going, IsGoingTo)
		checkFact(t, c.sentence, c.verb, c.reported, IsReportedFuture)
		checkFact(t, c.sentence, c.verb, c.habit, IsHabit)
	}
}

func TestIsIndicative(t *testing.T) {
	checkFact(t, "Silva said that Lim met Okoro.", "met", true, IsIndicative)
	checkFact(t, "Silva said that Lim was meeting Okoro.", "meeting", true, IsIndicative)
	checkFact(t, "Silva suggested that Lim meet Okoro.", "meet", false, IsIndicative)
	checkFact(t, "Lim met Okoro.", "met", false, IsIndicative)
}
