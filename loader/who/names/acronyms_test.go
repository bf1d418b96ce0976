package names

import "testing"

// Acronyms in brackets, or in the place of a noun, are bodies.
func TestAcronymNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"The Northern Freedom Front (NFF) left.", "Northern Freedom Front (organization), NFF (organization)"},
		{"The ELN freed Jane Orr.", "ELN (organization), Jane Orr (person)"},
		{"The CEO freed Jane Orr.", "Jane Orr (person)"},
	})
}
