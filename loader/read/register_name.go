package read

import (
	"strings"
	"unicode"
)

// personName returns a person's name as articles write it: "Elsa Silvarado" for
// "SILVARADO, Elsa".
func personName(name string) string {
	last, given, found := strings.Cut(name, ",")
	given = withoutHonorifics(strings.TrimSpace(given))
	if found && given != "" && !strings.Contains(given, ",") {
		name = given + " " + strings.TrimSpace(last)
	}
	words := strings.Fields(name)
	for i, word := range words {
		words[i] = inLowerCase(word)
	}
	return strings.Join(words, " ")
}

// inLowerCase returns a word in capitals with only its first letters as such: "Hartwell-Boye"
// for "HARTWELL-BOYE". Initials stay.
func inLowerCase(word string) string {
	const initials = 2
	letters := 0
	for _, r := range word {
		switch {
		case unicode.IsLower(r):
			return word
		case unicode.IsLetter(r):
			letters++
		}
	}
	if letters <= initials {
		return word
	}
	var out strings.Builder
	inWord := false
	for i, r := range word {
		if inWord {
			r = unicode.ToLower(r)
		}
		out.WriteRune(r)
		const afterO = len("O") // of O'Neil; no other name goes on in capitals after an apostrophe
		inWord = unicode.IsLetter(r) || strings.ContainsRune("'\u2019", r) && i != afterO
	}
	return out.String()
}
