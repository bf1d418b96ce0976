package language

import "testing"

// The expected forms are spaCy's.
func TestLemma(t *testing.T) {
	m, err := loadModel()
	if err != nil {
		t.Fatal(err)
	}
	lemmatizer := newLemmatizer(m.Lemmas)
	for _, test := range []struct{ word, pos, morph, want string }{
		{"met", "VERB", "Tense=Past|VerbForm=Fin", "meet"},
		{"phoned", "VERB", "Tense=Past|VerbForm=Fin", "phone"},
		{"Talking", "VERB", "Aspect=Prog|Tense=Pres|VerbForm=Part", "talk"},
		{"meet", "VERB", "VerbForm=Inf", "meet"},
		{"leaves", "VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "leave"},
		{"leaves", "NOUN", "Number=Plur", "leaf"},
		{"envoys", "NOUN", "Number=Plur", "envoy"},
		{"blorples", "NOUN", "Number=Plur", "blorple"},
		{"countries", "NOUN", "Number=Plur", "country"},
		{"children", "NOUN", "Number=Plur", "child"},
		{"1990s", "NOUN", "Number=Plur", "1990"},
		{"worse", "ADJ", "Degree=Cmp", "bad"},
		{"Earlier", "ADV", "Degree=Cmp", "early"},
		{"NATO", "PROPN", "Number=Sing", "NATO"},
		{"Because", "SCONJ", "", "because"},
		{"”", "PUNCT", "", `"`},
		{"\n", "SPACE", "", "\n"},
	} {
		if got := lemmatizer.lemma(test.word, lower(test.word), test.pos, test.morph); got != test.want {
			t.Errorf("lemma of %s (%s, %s) = %q, want %q", test.word, test.pos, test.morph, got, test.want)
		}
	}
}

func TestFeature(t *testing.T) {
	const morph = "Number=Sing|NumberX=Dual|Person=3"
	for name, want := range map[string]string{"Number": "Sing", "Person": "3", "Num": "", "Tense": ""} {
		if got := feature(morph, name); got != want {
			t.Errorf("feature(%q, %q) = %q, want %q", morph, name, got, want)
		}
	}
}
