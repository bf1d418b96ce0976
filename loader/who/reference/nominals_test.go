package reference

import "testing"

func TestNominals(t *testing.T) {
	checkParties(t, []struct{ text, word, want string }{
		{"Kari Lund sent her top adviser.", "adviser", "Lund's top adviser"},
		{"Kari Lund sent her top adviser. The adviser left.", "adviser", "Lund's top adviser"},
		{"A French diplomat called. The envoy left.", "envoy", "French diplomat"}, // the same by another noun
		{"A French diplomat called. The lawyer left.", "lawyer", "lawyer"},
		{"His adviser left.", "adviser", "-"}, // of nobody knows whom
		{"Kremlin officials left.", "officials", "Kremlin officials"},
	})
}

func TestHolderOfNominal(t *testing.T) {
	r := read(t, "Kari Lund sent her top adviser.")
	adviser := r.Parties(last(t, r, "adviser"), nil)
	if len(adviser) != 1 || r.roster.Members[adviser[0]].HolderID != r.roster.Members[0].ID {
		t.Errorf("the adviser %v is not Lund's", adviser)
	}
}
