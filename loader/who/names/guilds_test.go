package names

import "testing"

// A plural name stands before its people.
func TestGuildNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"In Oslo the Teamsters leaders met Jane Orr.", "Oslo (lexicon), Teamsters (organization), Jane Orr (person)"},
		{"In Oslo workers leaders met Jane Orr.", "Oslo (lexicon), Jane Orr (person)"},
	})
}
