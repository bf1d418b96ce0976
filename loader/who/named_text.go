package who

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
)

// namedText is a document with the names that were found in it.
type namedText struct {
	parse    *grammar.Parse
	words    *vocabulary
	list     []name
	at       []int  // per token: index in list, -1 for none
	headline []bool // per token: in a line written in headline case
}

func newNamedText(parse *grammar.Parse, publisher string) *namedText {
	n := &namedText{parse: parse, words: sharedVocabulary(), headline: headlines(parse)}
	n.list = findNames(parse, publisher)
	n.at = noneFor(len(parse.Tokens))
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

// lemma returns the token's lemma in lower case. Of a word that the tagger takes for a
// name, which has none, it is the word, or the singular of a noun of people:
// "Ministers".
func (n *namedText) lemma(token int) string {
	t := n.parse.Tokens[token]
	if !isProperTag(t.Tag) && t.Lemma != "" {
		return strings.ToLower(t.Lemma)
	}
	lower := strings.ToLower(t.Text)
	singular := strings.TrimSuffix(lower, "s")
	if t.Tag == "NNPS" || singular != lower && n.words.people[singular] {
		return singular
	}
	return lower
}

// peopleAt reports whether the token is a noun of people or bodies, or a name.
func (n *namedText) peopleAt(token int) bool {
	if n.at[token] >= 0 {
		return true
	}
	lower := n.lemma(token)
	return n.words.people[lower] || n.words.bodies[lower]
}
