package grammar

import (
	"testing"

	"dateline/loader/language"
)

// The tree is the one that the parser gave to "the City of Oslo Roads department".
func TestWholeName(t *testing.T) {
	doc := &language.Document{Sentences: []language.Span{{End: 6}}}
	for i, token := range []language.Token{
		{Text: "the", Tag: "DT", Dep: "det", Head: 1},
		{Text: "City", Tag: "NNP", Dep: "ROOT", Head: 1},
		{Text: "of", Tag: "IN", Dep: "prep", Head: 1},
		{Text: "Oslo", Tag: "NNP", Dep: "pobj", Head: 2},
		{Text: "Roads", Tag: "NNPS", Dep: "compound", Head: 5},
		{Text: "department", Lemma: "department", Tag: "NN", Dep: "appos", Head: 1},
	} {
		token.Start, token.End = i, i+1
		doc.Tokens = append(doc.Tokens, token)
	}
	p := New(doc)
	for token, want := range map[int]int{1: 5, 3: 3} {
		if got := WholeName(p, token); got != want {
			t.Errorf("whole name of %s: got %s, want %s", text(p, token), text(p, got), text(p, want))
		}
	}
}
