package names

import "testing"

// A first name takes the name words after it.
func TestGivenNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Ana Silva was away, said Juan de la Cruz Jr.", "Ana Silva (person), Juan de la Cruz Jr. (person)"},
		{"Mary Washington left.", "Mary Washington (person)"},
	})
}
