package read

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	const words = "The minister’s café talks — “frank” — ended.\r\nThey met again."
	cp1252, err := charmap.Windows1252.NewEncoder().String(words)
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(words)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data, want string
		warned     bool
	}{
		"UTF-8":               {words, words, false},
		"UTF-8 with a mark":   {"\uFEFF" + words, words, false},
		"UTF-16":              {utf16, words, false},
		"Windows-1252":        {cp1252, words, true},
		"one broken byte":     {"Zelená \xff ulice, žluté okno", "Zelená \uFFFD ulice, žluté okno", true},
		"a cut character end": {words + "\xe2\x80", words + "\uFFFD", true},
	} {
		got, warnings, err := decode(name, []byte(c.data))
		if err != nil || got != c.want || (len(warnings) > 0) != c.warned {
			t.Errorf("%s: %q, %v, %v", name, got, warnings, err)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for data, want := range map[string]Reason{
		"":                             Empty,
		" \n\t":                        Empty,
		"\uFEFF":                       Empty,
		"\xff\xfe":                     Empty,
		"%PDF-1.4":                     NotText,
		"PK\x03\x04rest":               NotText,
		"{\\rtf1 words}":               NotText,
		"\x89PNG\r\n\x1a\nx":           NotText,
		"words\x00words":               NotText,
		strings.Repeat("\x81\xfe", 90): NotText,
	} {
		_, _, err := decode("x", []byte(data))
		var failed *Error
		if !errors.As(err, &failed) || failed.Reason != want {
			t.Errorf("%.10q: %v, want %s", data, err, want)
		}
	}
}
