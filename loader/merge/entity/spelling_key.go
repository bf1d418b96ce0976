package entity

import (
	"strings"

	"dateline/graph"
	"dateline/loader/merge/internal/spelling"
)

// romanization maps the romanizations of one name to one spelling: Zelensky, Zelenskyy and
// Zelenskiy; Kyiv and Kiev; Chaikovsky and Tchaikovsky. Longer ones come first.
var romanization = strings.NewReplacer(
	"tsch", "c", "tch", "c", "shch", "s", "sch", "s",
	"kh", "h", "zh", "z", "ch", "c", "sh", "s", "ts", "c", "tz", "c", "cz", "c", "ck", "k", "ph", "f",
	"ye", "e", "yi", "i", "iy", "i", "ij", "i", "yo", "o", "ya", "a", "ia", "a", "yu", "u", "iu", "u", "ie", "i",
	"ou", "u", "oe", "o", "ue", "u", "ae", "a",
	"y", "i", "j", "i", "w", "v", "q", "k",
)

// spellingKey returns the form of a name that its romanizations share. Two names with
// different keys are different names.
func spellingKey(name string) string {
	words := strings.Fields(graph.Fold(name))
	for i, word := range words {
		words[i] = spelling.Key(romanization, word)
	}
	return strings.Join(words, " ")
}

// spellingKeys returns the keys of words as a set.
func spellingKeys(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[spellingKey(word)] = true
	}
	return set
}
