package names

import "testing"

func TestNounPhrase(t *testing.T) {
	for _, c := range []struct{ text, noun, want string }{
		{"The tall French envoy of the union left.", "envoy", "The tall French envoy"},
		{"His envoy left.", "envoy", "His envoy"},
		{"He called. Envoys left.", "Envoys", "Envoys"},
	} {
		text := Find(parse(t, c.text), "")
		if got := text.Parse.Slice(text.NounPhrase(token(t, text.Parse, c.noun))); got != c.want {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}

func TestLemma(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"Two envoys left.", "envoys", "envoy"},
		{"He left.", "left", "leave"},
		{"He phoned Jane Orr.", "Orr", "orr"},
	} {
		text := Find(parse(t, c.text), "")
		if got := text.Lemma(token(t, text.Parse, c.word)); got != c.want {
			t.Errorf("%s\n%s: got %q, want %q", c.text, c.word, got, c.want)
		}
	}
}
