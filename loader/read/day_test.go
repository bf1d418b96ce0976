package read

import "testing"

func TestGivenDay(t *testing.T) {
	cases := map[string]string{
		"2026-02-10":                    "2026-02-10",
		"2026-02-10T23:59:00-05:00":     "2026-02-10",
		"Tue, 10 Feb 2026 11:33:00 GMT": "2026-02-10",
		"February 10, 2026":             "2026-02-10",
		"20260210":                      "2026-02-10",
		"1770723180":                    "2026-02-10",
		"1770723180000":                 "2026-02-10",
		"2026":                          "",
		"2026-02":                       "",
		"yesterday":                     "",
		"02/10/2026":                    "",
		"0001-01-01":                    "",
		"NaN":                           "",
	}
	for text, want := range cases {
		day, ok := givenDay(text)
		got := ""
		if ok {
			got = day.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
