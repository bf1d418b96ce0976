package entity

import (
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
	"dateline/loader/merge/internal/spelling"
)

// romanization maps the romanizations of one name to one spelling: Zelensky, Zelenskyy and
// Zelenskiy; Kyiv and Kiev; Chaikovsky and Tchaikovsky.
var romanization = lexicon.Romanization(lexicon.Across)

// spellingKey returns the form of a name that its romanizations share. Two names with
// different keys are different names.
func spellingKey(name string) string {
	words := strings.Fields(graph.Fold(name))
	for i, word := range words {
		words[i] = spelling.Key(romanization(), word)
	}
	return strings.Join(words, " ")
}

// spellingKeys returns the keys of words as a set.
func spellingKeys(words lexicon.Set) map[string]bool {
	return lexicon.Map(func() map[string]bool {
		set := map[string]bool{}
		for word := range words {
			set[spellingKey(word)] = true
		}
		return set
	})
}
