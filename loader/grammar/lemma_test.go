package grammar

import "testing"

func TestLemma(t *testing.T) {
	for word, want := range map[string]string{"met": "meet", "phoned": "phone", "talks": "talk", "Okoro": "okoro"} {
		p := parse(t, "Lim met and phoned Okoro before talks.")
		if got := p.Lemma(find(t, p, word)); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
}
