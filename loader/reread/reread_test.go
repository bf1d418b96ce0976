package reread

import (
	"testing"

	"dateline/loader/aside"
	"dateline/loader/language"
	"dateline/loader/language/languagetest"
)

// tagOf returns the tag of the first token that is written so.
func tagOf(t *testing.T, doc *language.Document, word string) string {
	t.Helper()
	for _, token := range doc.Tokens {
		if token.Text == word {
			return token.Tag
		}
	}
	t.Fatalf("no token %q", word)
	return ""
}

// A verb that the model loses between unfamiliar names is found when the sentence is read
// again; the text stays as it is.
func TestParseFindsLostVerb(t *testing.T) {
	const text = "Judge Ragnhild Dagfinnsdotter and Jamil Rostambeg were late. Dagfinnsdotter rang Rostambeg at the weekend."
	if tag := tagOf(t, aside.Parse(languagetest.Pipeline(), text), "rang"); tag == "VBD" {
		t.Fatal("the model reads it at once: take a harder text")
	}
	found := Parse(languagetest.Pipeline(), text, "")
	doc := found.Parse.Document
	if tag := tagOf(t, doc, "rang"); tag != "VBD" {
		t.Errorf("rang is %s, want VBD", tag)
	}
	if doc.Text != text {
		t.Errorf("text is %q, want %q", doc.Text, text)
	}
	for i, token := range doc.Tokens {
		if got := doc.Slice(language.Span{Start: i, End: i + 1}); got != token.Text {
			t.Errorf("token %d is written %q, want %q", i, token.Text, got)
		}
	}
}

// A text whose names the model knows is read once.
func TestParseLeavesFamiliarNames(t *testing.T) {
	const text = "Mary Smith phoned Peter Miller on Friday."
	once, found := aside.Parse(languagetest.Pipeline(), text), Parse(languagetest.Pipeline(), text, "").Parse
	for i := range once.Tokens {
		if once.Tokens[i] != found.Tokens[i] {
			t.Errorf("token %d is %+v, want %+v", i, found.Tokens[i], once.Tokens[i])
		}
	}
}
