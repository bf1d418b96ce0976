package reference

import "testing"

func TestBodies(t *testing.T) {
	checkParties(t, []struct{ text, word, want string }{
		{"The Russian side agreed.", "side", "Russia"},
		{"The French government agreed.", "government", "France"},
		{"The Northern Freedom Front called. The group left.", "group", "Northern Freedom Front"},
		{"The Defense Ministry called. The ministry left.", "ministry", "Defense Ministry"},
		{"France replied. The country was tired.", "country", "France"},
		{"France called Russia. The country was tired.", "country", "-"},
	})
}
