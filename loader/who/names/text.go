package names

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// Text is a document with the names that were found in it.
type Text struct {
	Parse    *grammar.Parse
	Words    *vocabulary.Words
	List     []Name // in order
	Headline []bool // per token: in a line written in headline case

	at []int // per token: index in List, -1 for none
}

// NameAt returns the name that covers a token, nil for none.
func (t *Text) NameAt(token int) *Name {
	if !t.IsNamed(token) {
		return nil
	}
	return &t.List[t.at[token]]
}

// IsNamed reports whether a token is part of a name.
func (t *Text) IsNamed(token int) bool { return token >= 0 && token < len(t.at) && t.at[token] >= 0 }

// SpanAt returns the name that covers a token, or the token.
func (t *Text) SpanAt(token int) language.Span {
	if name := t.NameAt(token); name != nil {
		return name.Span
	}
	return language.Span{Start: token, End: token + 1}
}

// Lemma returns the token's lemma in lower case. Of a word that the tagger takes for a
// name, which has none, it is the word, or the singular of a noun of people:
// "Ministers".
func (t *Text) Lemma(token int) string {
	word := t.Parse.Tokens[token]
	if !grammar.IsProperNoun(t.Parse, token) && word.Lemma != "" {
		return strings.ToLower(word.Lemma)
	}
	lower := strings.ToLower(word.Text)
	singular := strings.TrimSuffix(lower, "s")
	if word.Tag == "NNPS" || singular != lower && t.Words.People[singular] {
		return singular
	}
	return lower
}

// PeopleAt reports whether the token is a noun of people or bodies, or a name.
func (t *Text) PeopleAt(token int) bool {
	if t.IsNamed(token) {
		return true
	}
	lower := t.Lemma(token)
	return t.Words.People[lower] || t.Words.Bodies[lower]
}
