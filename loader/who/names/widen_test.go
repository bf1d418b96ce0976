package names

import "testing"

// Places take a point of the compass, companies their suffix.
func TestWidenedNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"She flew to Southern California.", "Southern California (place)"},
		{"He worked for Norra Group Inc in Bergen.", "Norra Group Inc (organization), Bergen (lexicon)"},
		{"He worked for Vodafone Group Plc.", "Vodafone Group Plc (organization)"},
	})
}
