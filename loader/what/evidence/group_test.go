package evidence

import "testing"

// A plural stands for people that its phrase names, or for their states or bodies.
func TestGroups(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"A team of experts led by Ada Lim met Bo Okoro.", "team", "Ada Lim"},
		{"The foreign ministers of France and Chad met.", "ministers", "Chad, France"},
		{"Ada Lim met representatives of the European Union and the African Union.", "representatives", "African Union, European Union"},
		{"Talks began between Ada Lim and representatives of the Ministers of Foreign Affairs of Chad, Saudi Arabia, Egypt and Togo.", "representatives", "representatives of the Ministers of Foreign Affairs of Chad"},
	} {
		a := read(t, c.text)
		if got := names(a, a.Party(find(t, a, c.word), nil)...); got != c.want {
			t.Errorf("%s\n%q: got %q, want %q", c.text, c.word, got, c.want)
		}
	}
}
