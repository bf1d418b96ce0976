package reference

import "testing"

func TestThey(t *testing.T) {
	checkParties(t, []struct{ text, word, want string }{
		{"Kari Lund and Ana Roux met. They left.", "They", "Kari Lund + Ana Roux"},
		{"Kari Lund left. They met.", "They", "-"},
		{"The Taliban said they would not talk.", "they", "Taliban"},
		{"Kari Lund and Ana Roux said that they had met.", "they", "Kari Lund + Ana Roux"},
		{"Kari Lund saw Ana Roux before their talks.", "their", "Kari Lund + Ana Roux"},
		{"Kari Lund saw Ana Roux and the ministers before their talks.", "their", "-"},
	})
}
