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

func TestNounsBefore(t *testing.T) {
	for _, c := range []struct{ sentence, name, want string }{
		{"Silva met the head of the association, Okoro, at home.", "Okoro", "association head"},
		{"Silva met the head, Gen. Okoro, at home.", "Okoro", "head"},
		{"Silva met the head, Okoro and Lim.", "Okoro", ""},
		{"Silva met the head Okoro.", "Okoro", ""},
	} {
		check(t, c.sentence, c.name, c.want, func(p *Parse, token int) []int {
			return NounsBefore(p, language.Span{Start: token, End: token + 1})
		})
	}
}
