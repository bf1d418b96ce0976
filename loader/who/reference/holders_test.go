package reference

import "testing"

func TestHolders(t *testing.T) {
	const leaders = "Norwegian Prime Minister Kari Lund met French President Ana Roux. "
	checkParties(t, []struct{ text, word, want string }{
		{leaders + "The French president left.", "president", "Ana Roux"},
		{leaders + "The Norwegian leader left.", "leader", "Kari Lund"},
		{leaders + "The German chancellor left.", "chancellor", "German chancellor"}, // of no name here
		{"Foreign Minister Bo Okoro met Foreign Minister Juan Silva. The foreign minister left.", "minister", "-"},
		{"Foreign Minister Bo Okoro spoke. The foreign minister met Bo Okoro.", "minister", "foreign minister"}, // not the other party
		{"Kari Lund spoke with Ana Roux, her first conversation with the French leader.", "leader", "Ana Roux"},
	})
}
