package contact

import "testing"

func TestTime(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"the clause's own", "Ana Silva met Piet Boom on 3 March 2031.", "2031-03-03"},
		{"the narrative's", "Ana Silva came on 9 March 2031. She met Piet Boom.", "2031-03-09"},
		{"from then to now", "Ana Silva has been negotiating with Piet Boom since Saturday.", "2031-03-08/2031-03-11"},
		{"the day of publication", "Ana Silva met Piet Boom earlier in the day.", "2031-03-11"},
		{"the present", "Ana Silva is hosting Piet Boom.", "2031-03-11"},
		{"the news of the day", "Ana Silva met Piet Boom. The talks were frank. Both smiled.", "2031-03-11"},
		{"begun anew by now", "Chad and Oman have resumed talks on fish, Ana Silva said on Tuesday. The talks were frank.", ""},
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

// A contact that was told of on a day before publication had taken place by then.
func TestToldOn(t *testing.T) {
	for text, want := range map[string]string{
		"On 3 March Ana Silva confirmed that Piet Boom had spoken with her.": "../2031-03-03",
		"Ana Silva said on Sunday that she had met Piet Boom.":               "../2031-03-09",
		"Ana Silva said that she had met Piet Boom.":                         "",
		"Ana Silva said on Sunday that she had met Piet Boom on Friday.":     "2031-03-07",
	} {
		_, f := only(t, text)
		got := ""
		if f.Time != nil {
			got = f.Time.EDTF.String()
		}
		if got != want || f.Time != nil && f.Time.BoundOnly != (len(want) > 10) {
			t.Errorf("%s: got %+v, want %q", text, f.Time, want)
		}
	}
}
