package reference

import "testing"

func TestIt(t *testing.T) {
	checkParties(t, []struct{ text, word, want string }{
		{"NATO said that it had called Russia.", "it", "NATO"},
		{"NATO said on Monday that Russia would hurt itself.", "itself", "Russia"},
		{"NATO replied. It summoned the envoy.", "It", "NATO"},
		{"NATO replied. It is important to wait.", "It", "-"},
	})
}
