package names

import "testing"

func TestNamesakes(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // the country of Georgia's entry
	}{
		{"Georgia Governor Jane Orr left Atlanta.", "US"},
		{"Georgia and Russia talked in Tbilisi.", "GE"},
	} {
		text := Find(parse(t, c.text), "")
		name := text.NameAt(token(t, text.Parse, "Georgia"))
		if name == nil || name.Entry == nil || name.Entry.Country != c.want {
			t.Errorf("%s\ngot %+v, want a name of %s", c.text, name, c.want)
		}
	}
}
