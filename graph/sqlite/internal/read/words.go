package read

import (
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/storekit"
)

const (
	// wordsAtOnce bounds the words of one full-text query, whose cost grows with their
	// number and which the end of a context cannot interrupt.
	wordsAtOnce = 100
	// maxQueries is SQLite's limit of queries in one INTERSECT.
	maxQueries = 500
)

// words are FTS5 queries, all of which a row has to match.
type words []string

// allWords returns the queries for all the words of a text, nil if it has none. Every
// word is quoted, so that none is syntax: not even NEAR, OR or *.
func allWords(text string) (words, error) { return wordsOf(text, "") }

// allWordsPrefix is allWords with the last word as a prefix.
func allWordsPrefix(text string) (words, error) { return wordsOf(text, " *") }

// wordsOf adds after to the last word.
func wordsOf(text, after string) (words, error) {
	all := storekit.WordsOf(text)
	if len(all) == 0 {
		return nil, nil
	}
	var queries words
	for some := range slices.Chunk(all, wordsAtOnce) {
		queries = append(queries, `"`+strings.Join(some, `" "`)+`"`)
	}
	if len(queries) > maxQueries {
		return nil, fmt.Errorf("%w: %d words in %.80q: want at most %d", graph.ErrInvalid, len(all), text, wordsAtOnce*maxQueries)
	}
	queries[len(queries)-1] += after
	return queries, nil
}

// rows returns SQL for the rows of a full-text table that have the words: (SELECT …)
// with a column row, and with the arguments of args.
func (w words) rows(table string) string {
	one := "SELECT rowid AS row FROM " + table + " WHERE words MATCH ?"
	return "(" + one + strings.Repeat(" INTERSECT "+one, len(w)-1) + ")"
}

func (w words) args() []any {
	args := make([]any, len(w))
	for i, query := range w {
		args[i] = query
	}
	return args
}

// The full-text tables. Their row numbers are those of names, articles, reports and events.
const (
	EventWords = "event_words"
	NameWords  = "name_words"
	TitleWords = "title_words"
	QuoteWords = "quote_words"
)
