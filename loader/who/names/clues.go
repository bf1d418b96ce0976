package names

import (
	"strings"
	"unicode"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// clues are what distinguishes names from other words before any name is found: where a capital
// means something, and what the lexicon and the language model say of the words.
type clues struct {
	parse    *grammar.Parse
	words    *vocabulary.Words
	headline []bool          // per token: in a line written in headline case
	common   map[string]bool // words that the text has in lower case too
}

func newClues(parse *grammar.Parse) *clues {
	c := &clues{parse: parse, words: vocabulary.Shared(), headline: headlines(parse), common: map[string]bool{}}
	for i := range parse.Tokens {
		if word := parse.Tokens[i].Text; vocabulary.IsLower(word) {
			c.common[word] = true
		}
	}
	return c
}

// fold is graph.Fold of a run of tokens.
func (c *clues) fold(span language.Span) string { return graph.Fold(c.parse.Slice(span)) }

// sentenceStart reports whether token i begins a sentence or a quotation, where
// any word has a capital.
func (c *clues) sentenceStart(i int) bool {
	if c.parse.SentenceOf(i).Start == i {
		return true
	}
	previous := c.parse.Tokens[i-1]
	return vocabulary.IsQuote(previous.Text) || previous.Text == ":" || previous.POS == "SPACE"
}

// capitalizedElsewhere reports whether the word of token i has its capital elsewhere
// too, within a sentence.
func (c *clues) capitalizedElsewhere(i int) bool {
	for j := range c.parse.Tokens {
		if j != i && c.parse.Tokens[j].Text == c.parse.Tokens[i].Text && !c.sentenceStart(j) && !c.headline[j] {
			return true
		}
	}
	return false
}

// nameWord reports whether token i can be a word of a person's name.
func (c *clues) nameWord(i int) bool {
	token := c.parse.Tokens[i]
	if !vocabulary.StartsUpper(token.Text) || token.Tag == "POS" || vocabulary.IsDomain(token.Text) || !nameLetters(token.Text) || c.beginsCompound(i) {
		return false
	}
	if c.words.IsGiven(token.Text) {
		return true
	}
	return (grammar.IsProperNoun(c.parse, i) || c.headline[i]) && !c.words.IsHonorific(token.Text)
}

// beginsCompound reports whether token i is the first half of a compound:
// "Franco-Russian".
func (c *clues) beginsCompound(i int) bool {
	token := c.parse.Tokens[i]
	return c.words.Combining[token.Text] != "" && !token.Space && i+1 < len(c.parse.Tokens) && c.parse.Tokens[i+1].Text == "-"
}

// nameLetters reports whether a word has nothing but what names are written with.
func nameLetters(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !strings.ContainsRune("-.'’", r)
	})
}

func (c *clues) allNameWords(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if !c.nameWord(i) {
			return false
		}
	}
	return true
}

// bareName reports whether token i can be a person's name and, by its letters and the
// nouns of the lexicon, hardly anything else.
func (c *clues) bareName(i int) bool {
	token := c.parse.Tokens[i]
	if token.Tag != "NNP" || !c.nameWord(i) || vocabulary.IsAcronym(token.Text) {
		return false
	}
	lower := c.parse.Lower(i)
	switch {
	case c.common[lower], vocabulary.HasAbstractEnding(lower):
		return false
	case c.words.NotInName(token.Text), noNames[token.Text], c.words.IsHonorific(token.Text):
		return false
	case c.words.People[lower], c.words.Bodies[lower], bodyHeads[lower], organizationWords[lower]:
		return false
	}
	return !placeHeads[lower] && !thingWords[lower] && !c.namesThing(i)
}

// allBareNames reports whether every word of a span can be a person's name and hardly
// anything else.
func (c *clues) allBareNames(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if !c.bareName(i) {
			return false
		}
	}
	return true
}

// label returns the label that the model gives to the name of token i, "" for none.
func (c *clues) label(i int) string {
	if index := c.parse.Tokens[i].Entity; index >= 0 {
		return c.parse.Entities[index].Label
	}
	return ""
}

// sameEntity reports whether the model sees two tokens in one name.
func (c *clues) sameEntity(a, b int) bool {
	return c.parse.Tokens[a].Entity >= 0 && c.parse.Tokens[a].Entity == c.parse.Tokens[b].Entity
}

// newlineAfter reports whether a line ends after token i.
func newlineAfter(parse *grammar.Parse, i int) bool {
	return i+1 < len(parse.Tokens) && parse.Tokens[i+1].POS == "SPACE" && strings.Contains(parse.Tokens[i+1].Text, "\n")
}

// isCapitalNoun reports whether a token is a noun with a capital.
func isCapitalNoun(token language.Token) bool {
	return vocabulary.StartsUpper(token.Text) && strings.HasPrefix(token.Tag, "NN")
}
