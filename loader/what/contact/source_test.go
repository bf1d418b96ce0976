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
		{"two at once", "Mary Brown said that Ana Silva met Piet Boom, according to the Associated Press.", "Mary Brown, Associated Press"},
		{"several speakers", "Norway and Peru said that Ana Silva met Piet Boom.", "Norway, Peru"},
		{"a gerund", "Ana Silva denied having met Piet Boom.", "Ana Silva"},
		{"a gerund alone", "Ana Silva acknowledged meeting Piet Boom.", "Ana Silva"},
		{"an outlet", "Ana Silva met Piet Boom, state television reported.", "state television"},
		{"a closing clause", "Ana Silva met Piet Boom, among others at a fair, and left, Mary Brown said on Monday.", "Mary Brown"},
		{"no apposition", "Ana Silva talked about fish in a call with the mayor, Piet Boom, the ministry said.", "ministry"},
		{"who describes it", "Ana Silva and Piet Boom spoke in May in what the White House described as a frank conversation.", "White House"},
		{"a relative clause between commas", "Mary Brown said that Ana Silva, who met Piet Boom in May, had left.", ""},
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
