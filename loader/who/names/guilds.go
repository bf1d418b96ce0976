package names

import (
	"strings"

	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// guildNames claims plural names that the model has missed before a noun of their
// people: "Teamsters leaders". At a sentence's start the name must stand elsewhere
// too, as any word has a capital there.
func (f *finder) guildNames() {
	for i := 0; i+1 < len(f.parse.Tokens); i++ {
		token := f.parse.Tokens[i]
		if f.owner[i] >= 0 || token.Entity >= 0 || f.clues.headline[i] || !f.context.beforeMembers(i) || !f.context.guildWord(i) {
			continue
		}
		if !f.clues.sentenceStart(i) || f.clues.capitalizedElsewhere(i) {
			f.claim(language.Span{Start: i, End: i + 1}, Organization, nil)
		}
	}
}

// guildWord reports whether token i is a capitalized plural that is not a noun of
// people or bodies.
func (c *context) guildWord(i int) bool {
	word, lower := c.parse.Tokens[i].Text, c.parse.Lower(i)
	singular, plural := strings.CutSuffix(lower, "s")
	if !plural || !vocabulary.StartsUpper(word) || c.common[lower] || c.words.NotInName(word) || noNames[word] {
		return false
	}
	return !c.words.People[singular] && !c.words.Bodies[singular]
}

// beforeMembers reports whether token i stands before a plural noun of people:
// "leaders", "members".
func (c *context) beforeMembers(i int) bool {
	token, next := c.parse.Tokens[i], c.parse.Tokens[i+1]
	if token.Dep != "compound" || token.Head != i+1 || next.Tag != "NNS" || !vocabulary.IsLower(next.Text) {
		return false
	}
	return c.words.People[strings.TrimSuffix(next.Text, "s")]
}
