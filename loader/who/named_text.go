package who

import (
	"strings"

	"dateline/loader/language"
)

// namedText is a document with the names that were found in it.
type namedText struct {
	doc      *language.Document
	words    *vocabulary
	parse    parse
	list     []name
	at       []int  // per token: index in list, -1 for none
	headline []bool // per token: in a line written in headline case
}

func newNamedText(doc *language.Document, publisher string) *namedText {
	n := &namedText{doc: doc, words: sharedVocabulary(), parse: parse{doc}, headline: headlines(doc)}
	n.list = findNames(doc, publisher)
	n.at = noneFor(len(doc.Tokens))
	for i, found := range n.list {
		for t := found.Start; t < found.End; t++ {
			n.at[t] = i
		}
	}
	return n
}

// spanOf returns the name that covers a token, or the token.
func (n *namedText) spanOf(token int) language.Span {
	if index := n.at[token]; index >= 0 {
		return n.list[index].Span
	}
	return language.Span{Start: token, End: token + 1}
}

// lemma returns the token's lemma in lower case.
func (n *namedText) lemma(token int) string {
	t := n.doc.Tokens[token]
	lemma := strings.ToLower(t.Lemma)
	lower := strings.ToLower(t.Text)
	if t.Tag == "NNP" || t.Tag == "NNPS" || lemma == "" {
		lemma = lower
		if t.Tag == "NNPS" || strings.HasSuffix(lower, "s") && n.words.people[strings.TrimSuffix(lower, "s")] {
			lemma = strings.TrimSuffix(lower, "s")
		}
	}
	return lemma
}

// peopleAt reports whether the token is a noun of people or bodies, or a name.
func (n *namedText) peopleAt(token int) bool {
	if n.at[token] >= 0 {
		return true
	}
	lower := n.lemma(token)
	return n.words.people[lower] || n.words.bodies[lower]
}
