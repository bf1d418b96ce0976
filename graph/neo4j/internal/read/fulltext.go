package read

import (
	"slices"
	"strings"
)

// Full text is searched with Lucene, whose answer is then held to the contract: its
// query may ask for less than all the words, and it cuts words that are too long.
const (
	// wordsAtOnce is how many words a query has; Lucene takes a thousand.
	wordsAtOnce = 64
	// longWord is from how many code points on a word is asked for by its beginning.
	// Lucene's analyzer cuts words after 255 UTF-16 units.
	longWord = 100
)

// padded puts a space on both sides of each word, as it is looked for in a text
// with a space on both sides.
func padded(words []string) []any {
	list := make([]any, len(words))
	for i, word := range words {
		list[i] = " " + word + " "
	}
	return list
}

// paddedPrefix is padded with the last word as a beginning.
func paddedPrefix(words []string) []any {
	list := padded(words)
	list[len(list)-1] = " " + words[len(words)-1]
	return list
}

// luceneQuery asks for all the words, the last as a beginning where prefix is true.
// It is at least as wide as that: of many words, it asks for the longest.
func luceneQuery(words []string, prefix bool) string {
	if len(words) == 0 {
		return ""
	}
	last := len(words) - 1
	terms := make([]string, len(words))
	for i, word := range words {
		terms[i] = luceneTerm(word, prefix && i == last)
	}
	if len(terms) > wordsAtOnce {
		slices.SortStableFunc(terms, func(a, b string) int { return len(b) - len(a) })
		terms = terms[:wordsAtOnce]
	}
	return "+" + strings.Join(terms, " +")
}

func luceneTerm(word string, prefix bool) string {
	if letters := []rune(word); len(letters) > longWord {
		word, prefix = string(letters[:longWord]), true
	}
	var b strings.Builder
	for _, r := range word {
		if strings.ContainsRune(luceneSyntax, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	if prefix {
		b.WriteByte('*')
	}
	return b.String()
}

// luceneSyntax are the characters that mean something to Lucene's classic query
// parser. Its words AND, OR and NOT are upper case, and folded text is not.
const luceneSyntax = `+-&|!(){}[]^"~*?:\/<>=`
