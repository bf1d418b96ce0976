package names

import "testing"

// A given name of two syllables keeps its hyphen.
func TestHyphenatedNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Kang Dae-sung met Jane Orr.", "Kang Dae-sung (person), Jane Orr (person)"},
		{"Jane Orr-style politics won.", "Jane Orr (person)"},
	})
}
