package who

import (
	"strings"
	"unicode"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
)

// text is a document before any name is found in it: what capitals can mean where,
// and what the lexicon and the language model say of its words.
type text struct {
	parse    *grammar.Parse
	words    *vocabulary
	headline []bool          // per token: in a line written in headline case
	common   map[string]bool // words that the text has in lower case too
}

func newText(parse *grammar.Parse) *text {
	t := &text{parse: parse, words: sharedVocabulary(), headline: headlines(parse), common: map[string]bool{}}
	for i := range parse.Tokens {
		if word := parse.Tokens[i].Text; isLower(word) {
			t.common[word] = true
		}
	}
	return t
}

// fold is graph.Fold of a run of tokens.
func (t *text) fold(span language.Span) string { return graph.Fold(t.parse.Slice(span)) }

// sentenceStart reports whether token i begins a sentence or a quotation, where
// any word has a capital.
func (t *text) sentenceStart(i int) bool {
	if t.parse.SentenceOf(i).Start == i {
		return true
	}
	previous := t.parse.Tokens[i-1]
	return isQuote(previous.Text) || previous.Text == ":" || previous.POS == "SPACE"
}

// capitalizedElsewhere reports whether the word of token i has its capital elsewhere
// too, within a sentence.
func (t *text) capitalizedElsewhere(i int) bool {
	for j := range t.parse.Tokens {
		if j != i && t.parse.Tokens[j].Text == t.parse.Tokens[i].Text && !t.sentenceStart(j) && !t.headline[j] {
			return true
		}
	}
	return false
}

// nameWord reports whether token i can be a word of a person's name.
func (t *text) nameWord(i int) bool {
	token := t.parse.Tokens[i]
	if !startsUpper(token.Text) || token.Tag == "POS" || isDomain(token.Text) || !nameLetters(token.Text) || t.beginsCompound(i) {
		return false
	}
	if t.words.isGiven(token.Text) {
		return true
	}
	return (isProperTag(token.Tag) || t.headline[i]) && !t.words.isHonorific(token.Text)
}

// beginsCompound reports whether token i is the first half of a compound:
// "Franco-Russian".
func (t *text) beginsCompound(i int) bool {
	token := t.parse.Tokens[i]
	return t.words.combining[token.Text] != "" && !token.Space && i+1 < len(t.parse.Tokens) && t.parse.Tokens[i+1].Text == "-"
}

// nameLetters reports whether a word has nothing but what names are written with.
func nameLetters(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !strings.ContainsRune("-.'’", r)
	})
}

func (t *text) allNameWords(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if !t.nameWord(i) {
			return false
		}
	}
	return true
}

// bareName reports whether token i can be a person's name and, by its letters and the
// nouns of the lexicon, hardly anything else.
func (t *text) bareName(i int) bool {
	token := t.parse.Tokens[i]
	if token.Tag != "NNP" || !t.nameWord(i) || isAcronym(token.Text) {
		return false
	}
	lower := t.parse.Lower(i)
	switch {
	case t.common[lower], abstractEnding(lower):
		return false
	case t.words.notInName(token.Text), noNames[token.Text], t.words.isHonorific(token.Text):
		return false
	case t.words.people[lower], t.words.bodies[lower], bodyHeads[lower], organizationWords[lower]:
		return false
	}
	return !placeHeads[lower] && !thingWords[lower] && !t.namesThing(i)
}

// label returns the label that the model gives to the name of token i, "" for none.
func (t *text) label(i int) string {
	if index := t.parse.Tokens[i].Entity; index >= 0 {
		return t.parse.Entities[index].Label
	}
	return ""
}

// sameEntity reports whether the model sees two tokens in one name.
func (t *text) sameEntity(a, b int) bool {
	return t.parse.Tokens[a].Entity >= 0 && t.parse.Tokens[a].Entity == t.parse.Tokens[b].Entity
}

// newlineAfter reports whether a line ends after token i.
func newlineAfter(parse *grammar.Parse, i int) bool {
	return i+1 < len(parse.Tokens) && parse.Tokens[i+1].POS == "SPACE" && strings.Contains(parse.Tokens[i+1].Text, "\n")
}

// lineStart reports whether a line begins at token i.
func lineStart(parse *grammar.Parse, i int) bool {
	return i == 0 || strings.Contains(parse.Tokens[i-1].Text, "\n")
}

// isProperTag reports whether a tag is one of proper nouns.
func isProperTag(tag string) bool { return tag == "NNP" || tag == "NNPS" }

// isCapitalNoun reports whether a token is a noun with a capital.
func isCapitalNoun(token language.Token) bool {
	return startsUpper(token.Text) && strings.HasPrefix(token.Tag, "NN")
}
