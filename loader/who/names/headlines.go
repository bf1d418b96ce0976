package names

import (
	"strings"
	"unicode/utf8"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// headlines returns for each token whether it stands in a line written in headline
// case ("Envoy Meets Rebels in Capital"), where a capital means nothing. What ends
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

// A line is in headline case if it has some longer words, nearly all of them have a
// capital, and more than one of those is not part of a name: one may be the tagger's
// error. Judgements, all of them.
const (
	longWord        = 4 // letters; shorter words keep their small letters in headlines
	minLongWords    = 4
	capitalsInTen   = 8
	minOrdinaryCaps = 2
)

// headlineCase reports whether nearly all longer words have a capital, verbs and
// common nouns too.
func headlineCase(tokens []language.Token) bool {
	words, capitals, ordinary := 0, 0, 0
	for _, token := range tokens {
		if utf8.RuneCountInString(token.Text) < longWord || token.POS == "PUNCT" || token.POS == "NUM" {
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
	return words >= minLongWords && capitals*10 >= words*capitalsInTen && ordinary >= minOrdinaryCaps
}

// ordinaryWord reports whether a capitalized word is not part of a name: the parse
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
