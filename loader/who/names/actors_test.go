package names

import "testing"

// What somebody does tells a person.
func TestActorNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Bo Okoro phoned Piet Boom.", "Bo Okoro (person), Piet Boom (person)"},
		{"An email from Bo Okoro to Jane Orr was found.", "Bo Okoro (person), Jane Orr (person)"},
		{"Merten phoned Bo Okoro.", "Merten (person), Bo Okoro (person)"},
		{"Osa Dayne hosted Sefu Marombe for talks.", "Osa Dayne (person), Sefu Marombe (person)"},
		{"Jane Orr held a short session with Grana Dabowsa yesterday.", "Jane Orr (person), Grana Dabowsa (person)"},
		{"Jane Orr and Gow Sio Enk were seen dining together.", "Jane Orr (person), Gow Sio Enk (person)"},
		{"Baba Adesokale has yet to speak to Jane Orr.", "Baba Adesokale (person), Jane Orr (person)"},
	})
}
