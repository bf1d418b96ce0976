package read

import (
	"strings"
	"unicode"
)

// squeeze returns only the letters and digits of a text, in lower case, so that
// texts that differ only in spacing and punctuation are equal.
func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// contentWords returns the distinct words of a text, in lower case, without stop
// words.
func contentWords(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range wordsOf(text) {
		word = strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(word), "'s"), "’s")
		if len(word) > 2 && !stopWords["en"][word] {
			set[word] = true
		}
	}
	return set
}

// wordsOf splits a text into words of letters, digits, inner hyphens and
// apostrophes.
func wordsOf(text string) []string {
	fields := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '-' && r != '\'' && r != '’'
	})
	words := fields[:0]
	for _, word := range fields {
		if word = strings.Trim(word, "-'’"); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// setOf returns the set of the words in a list.
func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}
