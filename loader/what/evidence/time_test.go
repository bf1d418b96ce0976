package evidence

import (
	"testing"

	"dateline/loader/grammar"
)

func TestTimeOf(t *testing.T) {
	for _, c := range []struct{ why, text, word, want string }{
		{"its own", "Ada Lim met Bo Okoro on 3 March 2031.", "met", "2031-03-03"},
		{"not that of speech", "Ada Lim said on 4 March 2031 that she met Bo Okoro on 3 March 2031.", "met", "2031-03-03"},
		{"of speech alone", "Ada Lim said on 4 March 2031 that she met Bo Okoro.", "met", ""},
		{"after a noun", "Ada Lim smiled after talks with Bo Okoro on 3 March 2031.", "talks", "2031-03-03"},
		{"of a party", "Ada Lim met the winner of the 2020 race.", "met", ""},
		{"a bound", "Ada Lim has not met Bo Okoro since 3 March 2031.", "met", ""},
		{"an infinitive", "Ada Lim flew to Oslo on 3 March 2031 to meet Bo Okoro.", "meet", "2031-03-03"},
		{"a dated letter", "In an email dated 3 March 2031, Ada Lim told Bo Okoro to wait.", "told", "2031-03-03"},
	} {
		a := read(t, c.text)
		got := ""
		if time := TimeOf(a, triggerAt(t, a, c.word)); time != nil {
			got = time.EDTF.String()
		}
		if got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.why, c.text, got, c.want)
		}
	}
}

func triggerAt(t *testing.T, a *Article, word string) Trigger {
	token := find(t, a, word)
	if a.IsNoun(token) {
		return Trigger{Token: token, Carrier: grammar.CarrierOf(a.Parse, token), IsNoun: true}
	}
	return Trigger{Token: token, Carrier: token}
}

func TestJourneyOf(t *testing.T) {
	a := read(t, "Ada Lim will travel to Oslo on Monday, where she will meet Bo Okoro.")
	if got, want := JourneyOf(a, find(t, a, "meet")), find(t, a, "travel"); got != want {
		t.Errorf("got token %d, want %d", got, want)
	}
	if got := JourneyOf(a, find(t, a, "travel")); got != -1 {
		t.Errorf("the journey has the journey %d", got)
	}
}

func TestOccurrence(t *testing.T) {
	a := read(t, "Ada Lim asked for a meeting, which took place in Oslo.")
	if got, want := Occurrence(a, find(t, a, "meeting")), find(t, a, "took"); got != want {
		t.Errorf("got token %d, want %d", got, want)
	}
}
