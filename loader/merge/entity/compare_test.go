package entity

import "testing"

func TestSuffixesDiffer(t *testing.T) {
	for _, c := range []struct{ p, q, want string }{
		{"jr", "", "Only one is “Jr”."},
		{"", "iii", "Only one is “III”."},
		{"jr", "sr", "One is “Jr”, the other “Sr”."},
	} {
		if got := suffixesDiffer(c.p, c.q); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
