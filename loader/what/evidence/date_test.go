package evidence

import "testing"

func TestDateOf(t *testing.T) {
	for _, c := range []struct{ why, text, word, want string }{
		{"a time", "They have not met since May 2030.", "May", "2030-05"},
		{"a phrase with a time", "They have not met since the flood in May 2030.", "flood", "2030-05"},
		{"another sentence", "The flood of May 2030 was the worst. They have not met since the flood.", "flood", "2030-05"},
		{"unknown", "They have not met since the flood.", "flood", ""},
	} {
		a := read(t, c.text)
		if got := DateOf(a, find(t, a, c.word)).String(); got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.why, c.text, got, c.want)
		}
	}
}
