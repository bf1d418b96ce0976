package names

import "testing"

// The lists know names, but not within longer ones, in compounds or as everyday words.
func TestLexiconNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Jane Orr flew from Paris to New York.", "Jane Orr (person), Paris (lexicon), New York (lexicon)"},
		{"Jane Orr studied at New York University.", "Jane Orr (person), New York University (organization)"},
		{"He told us, not US officials.", "US (lexicon)"},
		{"Reporters of The Sun met Jane Orr.", "Sun (lexicon), Jane Orr (person)"},
		{"The sun shone on Jane Orr.", "Jane Orr (person)"},
		{"He said TNK-BP had paid BP.", "BP (lexicon)"},
	})
}
