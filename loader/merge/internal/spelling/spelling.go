// Package spelling holds what linking members and matching names have in common: keys of
// words that are spelled in several ways.
package spelling

import (
	"slices"
	"strings"
)

// Key returns the form of a word in Latin letters that its spellings share: romanization
// replaces letters by how they sound, and runs of one letter are one letter.
func Key(romanization *strings.Replacer, word string) string {
	return Squeeze(romanization.Replace(word))
}

// Squeeze replaces each run of one letter by that letter.
func Squeeze(word string) string {
	return string(slices.Compact([]rune(word)))
}

// Initials returns the first letters of words.
func Initials(words []string) string {
	var b strings.Builder
	for _, word := range words {
		b.WriteRune([]rune(word)[0])
	}
	return b.String()
}
