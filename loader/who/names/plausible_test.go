package names

import "testing"

// A capital alone does not make a name.
func TestPlausibleProposals(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Confirmation came from Jane Orr.", "Jane Orr (person)"},
		{"Democrats met Jane Orr.", "Jane Orr (person)"},
		{"God knows what Jane Orr said.", "Jane Orr (person)"},
		{"The Secretary of State called Jane Orr.", "Jane Orr (person)"},
	})
}
