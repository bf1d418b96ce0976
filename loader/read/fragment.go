package read

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// readFragment reads HTML that is an article and nothing else, such as the content of a
// feed's item or a mail's body, where there is no page to separate it from.
func readFragment(name string, data []byte, given metadata, charset string) Item {
	source, warnings, err := decodeHTML(name, data, charset)
	if err != nil {
		return Item{Source: name, Err: err}
	}
	source, more := boundedPage(source)
	warnings = append(warnings, more...)
	page, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return Item{Source: name, Err: failure(TooLarge, name, err, "has too many nested elements")}
	}
	c := cleanBlocks(strings.ToValidUTF8(blocksOf(page), "\uFFFD"), given)
	if c.text == "" {
		return Item{Source: name, Warnings: warnings, Err: failure(NoText, name, nil, "has no text that belongs to an article")}
	}
	text, _, more := boundedText(c.text, nil)
	return Item{Source: name, Article: articleOf(given.or(c.found), text), Warnings: slices.Concat(warnings, c.warnings, more)}
}
