package names

import "testing"

// A noun gives away the name of a body or place.
func TestCompoundNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Jane Orr met the Social Democratic Party of Norland.", "Jane Orr (person), Social Democratic Party of Norland (organization)"},
		{"The Harbour Workers' Union wrote to Cook County.", "Harbour Workers' Union (organization), Cook County (place)"},
		{"The Institute for Social Research and the Bank of Norland closed.", "Institute for Social Research (organization), Bank of Norland (organization)"},
		{"The U.S. Federal Bureau of Investigation replied.", "U.S. (lexicon), Federal Bureau of Investigation (lexicon)"},
		{"The Russian Foreign Ministry replied.", "Russian (lexicon), Foreign Ministry (organization)"},
		{"The Kingdom of Norland sent an envoy.", "Kingdom of Norland (place)"},
	})
}
