package grammar

import "testing"

// A noun that hyphens join is one word, at the token that heads it.
func TestHyphenatedLemma(t *testing.T) {
	p := parse(t, "Lim held a sit-down with Okoro, then a one-on-one with a well-known aide.")
	for word, want := range map[string]string{"down": "sit-down", "sit": "sit", "one": "one-on-one", "known": "know"} {
		if got := p.Lemma(find(t, p, word)); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
}

func TestLemma(t *testing.T) {
	for word, want := range map[string]string{"met": "meet", "phoned": "phone", "talks": "talk", "Okoro": "okoro"} {
		p := parse(t, "Lim met and phoned Okoro before talks.")
		if got := p.Lemma(find(t, p, word)); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
}
