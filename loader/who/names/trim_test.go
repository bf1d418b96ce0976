package names

import "testing"

// What stands at the ends of a name is cut off.
func TestTrimmedProposals(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"The Honorable Jane Orr left.", "Jane Orr (person)"},
		{"Following Macron, the ministers left.", "Macron (person)"},
		{"Comedian Jane Orr left.", "Jane Orr (person)"},
		{"Projects run by NRTO Jane Orr grew.", "Jane Orr (person)"},
		{"By Jane Doe Editing by Ann Roe", "Jane Doe (person), Ann Roe (person)"},
	})
}
