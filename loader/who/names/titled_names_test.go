package names

import "testing"

// A title makes a person of the words after it.
func TestTitledNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Gen. Okoro phoned President Tamm.", "Okoro (person), Tamm (person)"},
		{"Aide Yury Lemm met Sen. Hill.", "Yury Lemm (person), Hill (person)"},
		{"Secretary of State Garrow met Secretary of Defense Lind.", "Garrow (person), Lind (person)"},
		{"Mayor Bill van Orden met the rival Boeing.", "Bill van Orden (person), Boeing (lexicon)"},
	})
}
