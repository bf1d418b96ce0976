package read

import (
	_ "embed"
	"strings"
)

// The lists of words that this package looks for, which each file explains: the kind of a
// list, and one of its words or patterns.
var (
	//go:embed register_words.tsv
	registerTable string
	//go:embed page_marks.tsv
	pageTable string
)

// listOf returns the words of one kind in a table, in order.
func listOf(table, kind string) []string {
	var words []string
	for line := range strings.Lines(table) {
		own, word, found := strings.Cut(strings.TrimSpace(line), "\t")
		if found && own == kind && !strings.HasPrefix(line, "#") {
			words = append(words, word)
		}
	}
	return words
}

// registerPattern returns a pattern for any of the words of one kind in registers.
func registerPattern(kind string) string { return strings.Join(listOf(registerTable, kind), "|") }

// pageMarks returns the marks of one kind in pages.
func pageMarks(kind string) map[string]bool {
	set := map[string]bool{}
	for _, word := range listOf(pageTable, kind) {
		set[word] = true
	}
	return set
}
