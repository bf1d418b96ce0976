package language

import (
	"strings"
	"testing"
)

// The expected values are Python's.

func TestLower(t *testing.T) {
	for s, want := range map[string]string{
		"KYIV":      "kyiv",
		"İZMİR":     "i̇zmi̇r",
		"ΟΔΥΣΣΕΥΣ":  "οδυσσευς",
		"ΣΑΣ.Σ":     "σασ.ς",
		"Σ":         "σ",
		"AΣ'":       "aς'",
		"AΣ'B":      "aσ'b",
		"1Σ":        "1σ",
		"ẞ":         "ß",
		"no change": "no change",
	} {
		if got := lower(s); got != want {
			t.Errorf("lower(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestShape(t *testing.T) {
	for s, want := range map[string]string{
		"Minsk-2":                "Xxxxx-d",
		"ministers":              "xxxx",
		"C3PO's":                 "XdXX'x",
		"x²":                     "xd",
		"½":                      "½",
		"٣٤":                     "dd",
		"ДОМ":                    "XXX",
		"1,000,000":              "d,ddd,ddd",
		"日本語です":                  "xxxx",
		"ǅ":                      "x",
		"①②":                     "dd",
		strings.Repeat("a", 100): "LONG",
		strings.Repeat("é", 99):  "xxxx",
	} {
		if got := shapeOf(s); got != want {
			t.Errorf("shapeOf(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestIsAllSpace(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, " ": true, "\t\n\v\f\r": true, "\x1c\x1f": true, "\u00a0\u2028\u3000": true,
		"\u200b": false, " a": false, "\ufeff": false,
	} {
		if got := isAllSpace(s); got != want {
			t.Errorf("isAllSpace(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestFirstAndLastRunes(t *testing.T) {
	for _, test := range []struct{ s, first, last string }{
		{"", "", ""}, {"é", "é", "é"}, {"日本語です", "日", "語です"}, {"ab", "a", "ab"},
	} {
		if got := firstRunes(test.s, 1); got != test.first {
			t.Errorf("firstRunes(%q, 1) = %q, want %q", test.s, got, test.first)
		}
		if got := lastRunes(test.s, 3); got != test.last {
			t.Errorf("lastRunes(%q, 3) = %q, want %q", test.s, got, test.last)
		}
	}
}
