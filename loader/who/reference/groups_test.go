package reference

import "testing"

func TestGroups(t *testing.T) {
	checkParties(t, []struct{ text, word, want string }{
		{"The Russian and French leaders met.", "leaders", "Russian leader + French leader"},
		{"French President Ana Roux left. The Russian and French leaders had met.", "leaders", "Russian leader + Ana Roux"},
		{"The Russian and French diplomats met.", "diplomats", "Russian diplomats + French diplomats"},
		{"African-American leaders met.", "leaders", "African-American leaders"},
		{"Kari Lund and Ana Roux met. Both leaders left.", "leaders", "Kari Lund + Ana Roux"},
		{"Kari Lund, Bo Okoro and Ana Roux met. Both leaders left.", "leaders", "leaders"}, // of three, nobody knows which
		{"Russia and France talked. The two countries agreed.", "countries", "Russia + France"},
		{"Kari Lund was a teacher. Ana Roux was a nurse. The two talked by phone.", "two", "Kari Lund + Ana Roux"},
		{"Kari Lund, Bo Okoro and Ana Roux met. The two talked by phone.", "two", "-"},
		{"Kari Lund and Ana Roux met. Lund saw the two of clubs.", "two", "-"},
		{"Norwegian Minister Kari Lund was a teacher. French President Ana Roux was a nurse. The two talked by phone.", "two", "Kari Lund + Ana Roux"},
		{"Kari Lund and Ana Roux made peace. The pair had dinner.", "pair", "Kari Lund + Ana Roux"},
		{"Bill Clinton and Hillary Clinton came. The Clintons left.", "Clintons", "Bill Clinton + Hillary Clinton"},
	})
}
