package names

import "testing"

// In a headline every word has a capital, and few are names.
func TestHeadlines(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Envoy Meets Rebels After Long Talks\nJane Orr met the rebels.", "Jane Orr (person)"},
		{"Envoy Lund Meets Rebels After Long Talks\nThe rebels met Kari Lund.", "Lund (person), Kari Lund (person)"},
	})
}

func TestHeadlineCase(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool // of the first token
	}{
		{"Envoy Meets Rebels After Long Talks\nJane Orr met them.", true},
		{"Envoy meets rebels after long talks\nJane Orr met them.", false},
		{"Jane Orr Met Kari Lund And Bo Okoro.", false},
		{"Jane Orr, Kari Lund, Bo Okoro\nThey left.", false},
	} {
		if got := headlines(parse(t, c.text))[0]; got != c.want {
			t.Errorf("%s\ngot %t, want %t", c.text, got, c.want)
		}
	}
}
