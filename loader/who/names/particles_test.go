package names

import "testing"

// Particles go with the surname, where the full name has them.
func TestParticles(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Ursula von der Heide left. Von der Heide was tired.", "Ursula von der Heide (person), Von der Heide (person)"},
		{"Mayor Bill de Blasio left. De Blasio was tired.", "Bill de Blasio (person), De Blasio (person)"},
	})
}
