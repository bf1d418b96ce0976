package grammar

import "strings"

// IsThirdPerson reports whether a token is a pronoun of the third person singular: "he",
// "her", "itself".
func IsThirdPerson(p *Parse, token int) bool {
	switch p.Lower(token) {
	case "he", "she", "him", "her", "his", "hers", "himself", "herself", "it", "its", "itself":
		return p.Tag(token) == "PRP" || p.Tag(token) == "PRP$"
	}
	return false
}

// IsIt reports whether a pronoun of the third person is "it" or a form of it, which
// means no person.
func IsIt(p *Parse, pronoun int) bool { return strings.HasPrefix(p.Lower(pronoun), "it") }
