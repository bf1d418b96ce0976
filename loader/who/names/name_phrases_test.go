package names

import "testing"

// A person's name is as long as the phrase that the parser sees.
func TestNamePhrases(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"President Luis Alberto Quiroga Benítez met Jane Orr in Lima.", "Luis Alberto Quiroga Benítez (person), Jane Orr (person), Lima (lexicon)"},
		{"Katla Steinsdóttir met Jane Orr.", "Katla Steinsdóttir (person), Jane Orr (person)"},
		{"Jane Orr met President-elect Bambang Wiranto.", "Jane Orr (person), Bambang Wiranto (person)"},
		{"Jane Orr met Chr. Lund and Massimo d'Alba.", "Jane Orr (person), Chr. Lund (person), Massimo d'Alba (person)"},
	})
}
