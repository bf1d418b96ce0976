package names

import (
	"strings"
	"unicode/utf8"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// headlines tells of each token whether it stands in a line written in headline
// case ("Envoy Meets Rebels in Capital"), where a capital tells nothing. What ends
// in a full stop is a sentence, however many names it has.
func headlines(parse *grammar.Parse) []bool {
	flags := make([]bool, len(parse.Tokens))
	for start := 0; start < len(parse.Tokens); {
		end := start
		for end < len(parse.Tokens) && !endsHeadline(parse.Tokens[end]) {
			end++
		}
		sentence := end < len(parse.Tokens) && parse.Tokens[end].Text == "."
		if !sentence && headlineCase(parse.Tokens[start:end]) {
			for i := start; i < end; i++ {
				flags[i] = true
			}
		}
		start = end + 1
	}
	return flags
}

// endsHeadline reports whether a headline cannot go on past the token: a line ends,
// or a link's brackets do.
func endsHeadline(token language.Token) bool {
	return strings.Contains(token.Text, "\n") || strings.ContainsAny(token.Text, "[]") || token.Text == "." || token.Text == ";"
}

// headlineCase reports whether nearly all longer words have a capital, verbs and
// common nouns too.
func headlineCase(tokens []language.Token) bool {
	words, capitals, ordinary := 0, 0, 0
	for _, token := range tokens {
		if utf8.RuneCountInString(token.Text) < 4 || token.POS == "PUNCT" || token.POS == "NUM" {
			continue
		}
		words++
		if vocabulary.StartsUpper(token.Text) {
			capitals++
			if ordinaryWord(token) {
				ordinary++
			}
		}
	}
	return words >= 4 && capitals*10 >= words*8 && ordinary >= 2
}

// ordinaryWord reports whether a capitalized word is none of a name: the parse
// takes it for a verb, adverb or common noun, or it is a noun of people.
func ordinaryWord(token language.Token) bool {
	switch token.Tag {
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "RB", "JJR", "JJS", "IN", "MD", "WRB":
		return true
	}
	lower := strings.ToLower(token.Text)
	words := vocabulary.Shared()
	return words.People[lower] || words.People[strings.TrimSuffix(lower, "s")] || words.Bodies[lower] || headlineWords[lower]
}

// headlineWords are words of headlines that a tagger takes for names.
var headlineWords = lexicon.HeadlineWords()
