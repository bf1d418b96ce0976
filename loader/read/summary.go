package read

import (
	"strings"

	"golang.org/x/net/html"

	"dateline/graph"
	"dateline/loader/source"
)

// The words that a page must share with what a feed says of it.
const (
	fewWords = 4 // too few to tell
	leastOf  = 5 // one in so many
)

// plainOf returns the words of a summary, which can be HTML.
func plainOf(summary string) string {
	page, err := html.Parse(strings.NewReader(summary))
	if err != nil {
		return summary
	}
	return blocksOf(page)
}

// tellsOf reports whether a page is what a feed's item leads to: it has some of the words of
// the item's title and summary. Servers that are down, busy or closed to programs answer
// with a page that says so, as if it were the one that was asked for.
func tellsOf(page *graph.Article, item source.Item) bool {
	said := contentWords(item.Known.Title + " " + plainOf(item.Summary))
	if len(said) < fewWords || ideographs(item.Known.Title+item.Summary) > 0 {
		return true
	}
	shown := contentWords(page.Text)
	shared := 0
	for word := range said {
		if shown[word] {
			shared++
		}
	}
	return shared*leastOf >= len(said)
}
