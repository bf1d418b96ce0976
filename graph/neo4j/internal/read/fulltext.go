package read

import (
	"slices"
	"strings"
)

// Full text is searched with Lucene. Its hits are then checked, because the query may
// have fewer words than the text, and because Lucene cuts long words.
const (
	// wordsAtOnce is the most words in a query; Lucene allows a thousand.
	wordsAtOnce = 64
	// longWord is the number of code points beyond which only the prefix of a word is
	// searched. Lucene's analyzer cuts words after 255 UTF-16 units.
	longWord = 100
)

// padded puts a space on both sides of each word, to search for it in a text that has a
// space on both sides.
func padded(words []string) []any {
	list := make([]any, len(words))
	for i, word := range words {
		list[i] = " " + word + " "
	}
	return list
}

// paddedPrefix is padded with the last word as a prefix.
func paddedPrefix(words []string) []any {
	list := padded(words)
	list[len(list)-1] = " " + words[len(words)-1]
	return list
}

// luceneQuery returns a query for all the words, the last one as a prefix if prefix is
// true. It may find more than that: if there are many words, it has only the longest.
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

// luceneSyntax are the special characters of Lucene's classic query parser. Its operators
// AND, OR and NOT are in upper case, which folded text never is.
const luceneSyntax = `+-&|!(){}[]^"~*?:\/<>=`
