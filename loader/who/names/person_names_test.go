package names

import (
	"testing"

	"dateline/loader/language"
)

func readName(t *testing.T, name string) *PersonName {
	p := parse(t, name)
	return ReadPersonName(p, language.Span{Start: 0, End: len(p.Tokens)})
}

func TestSamePerson(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Jane Orr", "J. Orr", true},
		{"Jane Orr", "Orr", true},
		{"William Orr", "Bill Orr", true},
		{"G. Gordon Liddy", "Gordon Liddy", true},
		{"Volodymyr Zelensky", "Volodymyr Zelenskyy", true},
		{"Jane Orr", "Kari Orr", false},
		{"Jane Orr", "Jane Lund", false},
	} {
		if got := SamePerson(readName(t, c.a), readName(t, c.b)); got != c.want {
			t.Errorf("%s, %s: got %t, want %t", c.a, c.b, got, c.want)
		}
	}
}

func TestIsFuller(t *testing.T) {
	if a, b := readName(t, "Jane Orr"), readName(t, "J. Orr"); !IsFuller(a, b) || IsFuller(b, a) {
		t.Error("Jane Orr is fuller than J. Orr")
	}
}

func TestSurname(t *testing.T) {
	for name, want := range map[string]string{"Jane Orr Jr.": "orr", "Kang Dae-sung": "kang", "Ursula von der Heide": "heide"} {
		if got := readName(t, name).Surname; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
