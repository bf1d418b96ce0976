package evidence

import "testing"

// Lists as the parser breaks them.
func TestCoordination(t *testing.T) {
	for _, c := range []struct{ why, text, word, want string }{
		{"a role with a name in apposition", "Ada Lim and the envoy, Eva Stern, met Bo Okoro.", "Lim", "Ada Lim, Eva Stern"},
		{"an envoy after a name", "Ada Lim met Bo Okoro and envoy Eva Stern.", "Okoro", "Bo Okoro, Eva Stern"},
		{"states of a plural role", "Ada Lim met the foreign ministers of France, Chad and Oman.", "ministers", "Chad, France, Oman"},
	} {
		a := read(t, c.text)
		if got := names(a, a.Parties(find(t, a, c.word), nil)...); got != c.want {
			t.Errorf("%s: %s\n%q: got %q, want %q", c.why, c.text, c.word, got, c.want)
		}
	}
}
