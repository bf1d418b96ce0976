package names

import "testing"

// What the model takes for people are places, bodies, peoples or words.
func TestUnlikelyPeople(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"He lives in the village of Narrowdale near the towns of Tel Orem and Zirma.", "Tel Orem (place), Zirma (place)"},
		{"Once health regulator Anvira gave it approval, Ana Silva told Anvira so.", "Anvira (organization), Ana Silva (person), Anvira (organization)"},
		{"He was quoted in the daily, Berita Pagi, on Monday.", "Berita Pagi (organization)"},
		{"She spoke in the Rose Garden with Rose Gardner.", "Rose Garden (place), Rose Gardner (person)"},
		{"Ana Silva wrote to guests of the city's Henry Lund Art Hotel.", "Ana Silva (person), Henry Lund Art Hotel (place)"},
		{"Oscar organizers left. Ana Silva called them.", "Ana Silva (person)"},
		{"EPA Administrator Otto Lund met Ana Silva.", "EPA (lexicon), Otto Lund (person), Ana Silva (person)"},
		{"Bay Democrats met Karel Novak.", "Karel Novak (person)"},
	})
}
