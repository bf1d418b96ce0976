package contact

import (
	"strings"
	"testing"
)

func TestSources(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a clause of speech", "Mary Brown said that Ana Silva met Piet Boom.", "Mary Brown"},
		{"a quotation", "“Ana Silva met Piet Boom,” Mary Brown said.", "Mary Brown"},
		{"according to", "Ana Silva met Piet Boom, according to Mary Brown.", "Mary Brown"},
		{"a publisher", "Emails released by WikiLeaks show it. Ana Silva sent Piet Boom a letter.", "WikiLeaks"},
		{"the article", "Ana Silva met Piet Boom.", ""},
	} {
		a, f := only(t, c.text)
		var got []string
		for _, source := range f.Sources {
			got = append(got, nameOf(a, source))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.why, c.text, got, c.want)
		}
	}
}
