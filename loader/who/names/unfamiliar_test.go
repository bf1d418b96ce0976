package names

import "testing"

// Names that the model was not taught are people's where the text treats them so.
func TestUnfamiliarNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Ruth Lund phoned Jasur Ergashov on Wednesday.", "Ruth Lund (person), Jasur Ergashov (person)"},
		{"Talks between Sudarsono and Hugh Abernath lasted an hour.", "Sudarsono (person), Hugh Abernath (person)"},
		{"On Sunday, Pi Jin-suk met Aoife McGlinn.", "Pi Jin-suk (person), Aoife McGlinn (person)"},
		// Bodies and places stay what they are.
		{"The New York-based firm met Reckham Bank.", "New York (lexicon), Reckham Bank (organization)"},
	})
}

// The article goes on to call people by parts of their names that differ by culture.
func TestPartsOfNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Minister Noraini binti Samadi left. Noraini asked Tsehay Abebaye to wait. Tsehay waited for Noraini.",
			"Noraini binti Samadi (person), Noraini (person), Tsehay Abebaye (person), Tsehay (person), Noraini (person)"},
		{"Foreign Minister Nayef bin Rashed al-Qahtan left. She reached al-Qahtan by phone.", "Nayef bin Rashed al-Qahtan (person), al-Qahtan (person)"},
	})
}
