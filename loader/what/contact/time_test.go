package contact

import "testing"

func TestTime(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"the clause's own", "Ana Silva met Piet Boom on 3 March 2031.", "2031-03-03"},
		{"the narrative's", "Ana Silva came on 9 March 2031. She met Piet Boom.", "2031-03-09"},
		{"the day of publication", "Ana Silva met Piet Boom earlier in the day.", "2031-03-11"},
		{"the present", "Ana Silva is hosting Piet Boom.", "2031-03-11"},
		{"unknown", "Ana Silva met Piet Boom.", ""},
	} {
		_, f := only(t, c.text)
		got := ""
		if f.Time != nil {
			got = f.Time.EDTF.String()
		}
		if got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.why, c.text, got, c.want)
		}
	}
}
