package storekit

import (
	"slices"
	"strings"

	"dateline/graph"
)

// WordCount counts the words of a folded text.
func WordCount(folded string) int {
	if folded == "" {
		return 0
	}
	return strings.Count(folded, " ") + 1
}

// WordsOf returns the words of a text, folded: the last one last, since it may be the
// beginning of a word, and of the others each once.
func WordsOf(text string) []string {
	all := strings.Fields(graph.Fold(text))
	if len(all) == 0 {
		return nil
	}
	last := all[len(all)-1]
	all = all[:len(all)-1]
	slices.Sort(all)
	return append(slices.Compact(all), last)
}

// SummaryWords returns the words of an event's summary and of its means, folded, for full
// text: quotes seldom have the names of both parties and the kind of contact.
func SummaryWords(e *graph.Event) string { return graph.Fold(e.Summary + " " + string(e.Means)) }
