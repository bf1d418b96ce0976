package evidence

import "testing"

func TestSpeakerOf(t *testing.T) {
	for _, c := range []struct{ why, text, verb, want string }{
		{"a name", "Ada Lim said that it rained.", "said", "Ada Lim"},
		{"a medium", "The BBC said that it rained.", "said", "BBC"},
		{"the author of a letter", "A letter by Ada Lim said that it rained.", "said", "Ada Lim"},
		{"nobody with a name", "It rained, it was said.", "said", "-"},
	} {
		a := read(t, c.text)
		if got := names(a, SpeakerOf(a, find(t, a, c.verb))); got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.why, c.text, got, c.want)
		}
	}
}

func TestGoverningSpeaker(t *testing.T) {
	for _, c := range []struct{ why, text, word, want string }{
		{"a clause", "Ada Lim said that Bo Okoro met Eva Stern.", "met", "Ada Lim"},
		{"an aside", "Talks with Bo Okoro were held on Monday, as Ada Lim said.", "Talks", "Ada Lim"},
		{"an object", "Ada Lim confirmed a meeting with Bo Okoro.", "meeting", "Ada Lim"},
		{"none", "Bo Okoro met Eva Stern.", "met", "-"},
	} {
		a := read(t, c.text)
		if got := names(a, GoverningSpeaker(a, find(t, a, c.word))); got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.why, c.text, got, c.want)
		}
	}
}

func TestIsBothSides(t *testing.T) {
	a := read(t, "The two governments said so. The governments said so.")
	if IsBothSides(a, find(t, a, "governments")) {
		t.Error("governments without a number are taken for both")
	}
	a = read(t, "The two governments said so.")
	if !IsBothSides(a, find(t, a, "governments")) {
		t.Error("two governments are not taken for both")
	}
}
