package grammar

import "testing"

func TestThirdPerson(t *testing.T) {
	for _, c := range []struct {
		sentence, word string
		third, it      bool
	}{
		{"Lim said he would call.", "he", true, false},
		{"The union said it would call.", "it", true, true},
		{"Lim washed herself.", "herself", true, false},
		{"They called Lim.", "They", false, false},
	} {
		checkFact(t, c.sentence, c.word, c.third, IsThirdPerson)
		checkFact(t, c.sentence, c.word, c.it, IsIt)
	}
}
