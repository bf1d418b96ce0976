package grammar

import "testing"

func TestNouns(t *testing.T) {
	for _, c := range []struct {
		sentence, noun          string
		definite, bare, anaphor bool
	}{
		{"Lim spoke during the call.", "call", true, false, false},
		{"He spoke during their call.", "call", true, false, true},
		{"These exchanges ended with a call.", "call", false, false, true},
		{"Lim is in contact with Okoro.", "contact", false, true, false},
	} {
		checkFact(t, c.sentence, c.noun, c.definite, IsDefinite)
		checkFact(t, c.sentence, c.noun, c.bare, IsBare)
		checkFact(t, c.sentence, c.noun, c.anaphor, StartsWithAnaphor)
	}
}

func TestPronouns(t *testing.T) {
	for word, first := range map[string]bool{"We": true, "our": true, "them": false} {
		checkFact(t, "We phoned them from our office.", word, first, IsFirstPerson)
		checkFact(t, "We phoned them from our office.", word, !first, IsPluralPronoun)
	}
}

func TestNumberOfNouns(t *testing.T) {
	const sentence = "Two ministers met Lim."
	checkFact(t, sentence, "ministers", true, IsPluralNoun)
	checkFact(t, sentence, "Lim", false, IsPluralNoun)
	checkFact(t, sentence, "ministers", false, IsProperNoun)
	checkFact(t, sentence, "Lim", true, IsProperNoun)
}
