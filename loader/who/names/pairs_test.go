package names

import "testing"

// Two people's names with a dash between are not one person's.
func TestPairs(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Jane Orr met Kari Lund. The Orr-Lund meeting was short.", "Jane Orr (person), Kari Lund (person), Orr (person), Lund (person)"},
		{"Jane Orr met Kari Lund-Roux.", "Jane Orr (person), Kari Lund-Roux (person)"},
	})
}
