package names

import "testing"

// The words around a name can tell what it is.
func TestReclassifiedNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"WILMINGTON, Del. (Reuters) - Jane Orr left.", "WILMINGTON (place), Del. (lexicon), Reuters (lexicon), Jane Orr (person)"},
		{"Farmers live in Kellby.", "Kellby (place)"},
		{"The people of Bellwood La Mare, Alabama, left.", "Bellwood La Mare (place), Alabama (lexicon)"},
		{"Jane Orr met the head of the association, Sandro Viti, at home.", "Jane Orr (person), Sandro Viti (person)"},
		{"Kari, who was tired, left.", "Kari (person)"},
	})
}
