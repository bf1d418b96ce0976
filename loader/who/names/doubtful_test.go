package names

import "testing"

// A single name that only the model takes for a person's needs a use that fits one.
func TestDoubtfulPeople(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"The port was closed, the Beaconry reported. Jane Orr left.", "Jane Orr (person)"},
		{"Silva spoke with Jane Orr.", "Silva (person), Jane Orr (person)"},
		{"Jane Orr walked to Norham Castle.", "Jane Orr (person), Norham Castle (place)"},
		{"Jane Orr lost money with Grobb Holdings. Grobb expects more.", "Jane Orr (person), Grobb Holdings (organization), Grobb (organization)"},
		{"Jane Orr spoke to the Druze.", "Jane Orr (person)"},
	})
}

func TestBrands(t *testing.T) {
	for word, want := range map[string]bool{"NorrTA": true, "BelTA": true, "McKay": false, "DeLuca": false, "MacArthur": false, "Orr": false, "Lund-Silva": false} {
		if got := isBrand(word); got != want {
			t.Errorf("%s: got %t, want %t", word, got, want)
		}
	}
}
