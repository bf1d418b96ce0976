package read

import "testing"

func TestDayOfWire(t *testing.T) {
	cases := map[string]string{
		"PARIS, Feb. 10, 2026 (Agency) — The minister":          "2026-02-10",
		"KELLBY, February 10, 2026 - The minister":              "2026-02-10",
		"NEW YORK, Feb 10, 2026 /Newswire/ -- A company":        "2026-02-10",
		"PARIS, Feb 10 (Agency) — The minister":                 "",
		"In Paris, on 10 February 2026, the minister met":       "",
		"Paris, which Falk visited on 10 February 2026, is far": "",
	}
	for text, want := range cases {
		day, ok := dayOfWire(text)
		got := ""
		if ok {
			got = day.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
