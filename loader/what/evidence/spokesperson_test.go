package evidence

import "testing"

func TestSpokespersonOf(t *testing.T) {
	for _, c := range []struct{ why, text, body, want string }{
		{"the next sentence", "France met Bo Okoro. French foreign ministry spokesman Jean Roux said it went well.", "France", "Jean Roux"},
		{"too far away", "France met Bo Okoro. It rained. It snowed. French foreign ministry spokesman Jean Roux said it went well.", "France", "-"},
		{"of another state", "Chad met Bo Okoro. French foreign ministry spokesman Jean Roux said it went well.", "Chad", "-"},
	} {
		a := read(t, c.text)
		if got := names(a, SpokespersonOf(a, member(t, a, c.body), find(t, a, "met"))); got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.why, c.text, got, c.want)
		}
	}
}
