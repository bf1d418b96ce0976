package evidence

import "testing"

func TestDisplacedTimes(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"Ada Lim phoned Bo Okoro on the eve of the vote on Monday.", "phoned", "2031-03-09"},
		{"Ada Lim phoned Bo Okoro a day ahead of his visit on Monday.", "phoned", "2031-03-09"},
		{"Two days after the vote on Monday, Ada Lim phoned Bo Okoro.", "phoned", "2031-03-12"},
		{"Ada Lim met Bo Okoro a week before the vote on Monday.", "met", "2031-03-03"},
		{"Ada Lim met Bo Okoro on Monday.", "met", "2031-03-10"},
		{"Ada Lim smiled on the eve of talks with Bo Okoro on Monday.", "talks", "2031-03-10"},
		{"Ada Lim smiled on Sunday, a day ahead of talks with Bo Okoro.", "talks", "2031-03-10"},
		{"The vote on Monday came two days after Ada Lim met Bo Okoro.", "met", "2031-03-08"},
		{"The vote on Monday came weeks after Ada Lim met Bo Okoro.", "met", ""},
		{"On Monday — two days before the vote — Ada Lim met Bo Okoro.", "met", "2031-03-10"},
		{"Ada Lim met Bo Okoro ahead of a vote on Friday.", "met", ""},
		{"Ada Lim has been talking to Bo Okoro since Monday.", "talking", "2031-03-10/2031-03-11"},
		{"Ada Lim had been talking to Bo Okoro since Monday.", "talking", ""},
	} {
		a := read(t, c.text)
		got := ""
		if time := TimeOf(a, triggerAt(t, a, c.word)); time != nil {
			got = time.EDTF.String()
		}
		if got != c.want {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}
