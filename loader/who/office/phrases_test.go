package office

import "testing"

func TestReadPhrase(t *testing.T) {
	for _, c := range []struct {
		text, noun, written string
		definite            bool
	}{
		{"The president of France left.", "president", "president", true},
		{"A French diplomat left.", "diplomat", "diplomat", false},
		{"The secretary of state left.", "secretary", "secretary of state", true},
		{"His top foreign policy adviser left.", "adviser", "top foreign policy adviser", true},
		{"The table fell.", "table", "", false},
	} {
		o := read(t, c.text)
		noun := -1
		for i, token := range o.Parse.Tokens {
			if token.Text == c.noun {
				noun = i
			}
		}
		r, ok := o.PhraseRole(noun)
		if ok != (c.written != "") || r.Written != c.written || r.Definite != c.definite {
			t.Errorf("%s\ngot %q, definite %t, %t; want %q, definite %t", c.text, r.Written, r.Definite, ok, c.written, c.definite)
		}
	}
}
