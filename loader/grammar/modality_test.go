package grammar

import "testing"

func TestIsIrrealis(t *testing.T) {
	for _, c := range []struct {
		sentence, verb string
		want           bool
	}{
		{"Lim would say so.", "say", true},
		{"Lim will say so.", "say", true},
		{"Lim did not say so.", "say", true},
		{"Silva asked whether Lim said so.", "said", true},
		{"Lim said so.", "said", false},
		{"Lim has said so.", "said", false},
	} {
		checkFact(t, c.sentence, c.verb, c.want, IsIrrealis)
	}
}

func TestIsWouldLike(t *testing.T) {
	checkFact(t, "Lim would like to meet Okoro.", "like", true, IsWouldLike)
	checkFact(t, "They like to meet.", "like", false, IsWouldLike)
}

func TestIsUnreal(t *testing.T) {
	checkFact(t, "Had Lim met Okoro, the strike would have ended.", "met", true, IsUnreal)
	checkFact(t, "Were Ada Lim to meet Bo Okoro, the strike would end.", "Were", true, IsUnreal)
	checkFact(t, "Had Lim met Okoro?", "met", false, IsUnreal)
	checkFact(t, "Lim had met Okoro.", "met", false, IsUnreal)
}
