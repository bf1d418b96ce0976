package names

import "testing"

func TestIsLocation(t *testing.T) {
	for _, c := range []struct {
		text, name string
		city, want bool
	}{
		{"Jane Orr spoke in Moscow.", "Moscow", true, true},
		{"Jane Orr flew to Moscow.", "Moscow", true, true},
		{"Jane Orr spoke to Russia.", "Russia", false, false},
		{"Moscow replied.", "Moscow", true, false},
		{"Jane Orr worked in Paris and London.", "London", true, true},
		{"The Moscow talks failed.", "Moscow", true, true},
		{"The Moscow officials left.", "Moscow", true, false},
		{"CAIRO, May 3 - Jane Orr left.", "CAIRO", true, true},
	} {
		text := Find(parse(t, c.text), "")
		span := text.SpanAt(token(t, text.Parse, c.name))
		if got := text.IsLocation(span, c.city); got != c.want {
			t.Errorf("%s\n%s: got %t, want %t", c.text, c.name, got, c.want)
		}
	}
}

func TestIsRegionLocation(t *testing.T) {
	for _, c := range []struct {
		text, name string
		want       bool
	}{
		{"Jane Orr travelled across Europe.", "Europe", true},
		{"Talks with Europe failed.", "Europe", false},
		{"Europe replied.", "Europe", false},
	} {
		text := Find(parse(t, c.text), "")
		span := text.SpanAt(token(t, text.Parse, c.name))
		if got := text.IsRegionLocation(span); got != c.want {
			t.Errorf("%s\n%s: got %t, want %t", c.text, c.name, got, c.want)
		}
	}
}
