package sqlite

import (
	"strings"

	"dateline/graph"
)

// allWords gives the FTS5 query for rows that hold all the words of a text, and
// "" for a text without any. Every word is quoted, so that none is syntax: NEAR,
// OR and * are words, or nothing, like any other.
func allWords(text string) string {
	words := strings.Fields(graph.Fold(text))
	for i, word := range words {
		words[i] = `"` + word + `"`
	}
	return strings.Join(words, " ")
}

// allWordsPrefix is allWords with the last word as a beginning.
func allWordsPrefix(text string) string {
	query := allWords(text)
	if query == "" {
		return ""
	}
	return query + " *"
}

// wordCount counts the words of a folded text.
func wordCount(folded string) int {
	if folded == "" {
		return 0
	}
	return strings.Count(folded, " ") + 1
}
