package names

import "testing"

// What somebody does tells a person.
func TestActorNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Bo Okoro phoned Piet Boom.", "Bo Okoro (person), Piet Boom (person)"},
		{"An email from Bo Okoro to Jane Orr was found.", "Bo Okoro (person), Jane Orr (person)"},
		{"Merten phoned Bo Okoro.", "Merten (person), Bo Okoro (person)"},
	})
}
