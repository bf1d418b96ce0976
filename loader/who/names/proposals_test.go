package names

import "testing"

// Names that the model runs together are parted.
func TestPartedProposals(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Photo: REUTERS/Jane Doe", "REUTERS (lexicon), Jane Doe (person)"},
		{"Ferrari's Charles Leclerc left.", "Ferrari (lexicon), Charles Leclerc (person)"},
	})
}
