package read

import (
	"strings"

	"golang.org/x/net/html"
)

// isTroubled reports whether an extraction has what the page does not: a block twice, two
// blocks glued together, blocks in another order, or lines that br elements part without
// the others beside them.
func isTroubled(extracted []string, page *html.Node) bool {
	blocks := blocksOfPage(page)
	all := squeeze(strings.Join(extracted, "\n"))
	shown := squeezedBlocks(blocks)
	words := strings.Join(extracted, "\n")
	last := -1
	seen := map[string]bool{}
	for i, b := range blocks {
		text := squeeze(b.text)
		if i > 0 && isGlued(words, blocks[i-1].text, b.text) {
			return true
		}
		if len(text) < certainLetters || seen[text] {
			continue
		}
		seen[text] = true
		at := strings.Index(all, text)
		if at < 0 {
			continue
		}
		if len(text) >= surelyUnique && strings.Count(shown, text) == 1 && (at < last || strings.Count(all, text) > 1) {
			return true
		}
		if len(text) >= surelyUnique {
			last = at
		}
	}
	return hasLostLine(all, blocks)
}

func squeezedBlocks(blocks []pageBlock) string {
	var all strings.Builder
	for _, b := range blocks {
		all.WriteString(squeeze(b.text))
	}
	return all.String()
}

// surelyUnique is how many letters a block has that a page does not repeat by chance.
const surelyUnique = 60

// isGlued reports whether a text has two blocks without white space between.
func isGlued(text, a, b string) bool {
	const enough = 12
	a, b = a[max(0, len(a)-enough):], b[:min(len(b), enough)]
	return len(a)+len(b) >= enough && strings.Contains(text, a+b)
}

// hasLostLine reports whether a text has some of the long lines that br elements part in
// one element, and not the others.
func hasLostLine(text string, blocks []pageBlock) bool {
	for i := 1; i < len(blocks); i++ {
		a, b := blocks[i-1], blocks[i]
		if a.parent == nil || a.parent != b.parent || !isProse(a.text) || !isProse(b.text) {
			continue
		}
		if strings.Contains(text, squeeze(a.text)) != strings.Contains(text, squeeze(b.text)) {
			return true
		}
	}
	return false
}

// pageBlock is a block of a page. parent is the element whose own lines br elements part,
// if the block is one of these.
type pageBlock struct {
	text   string
	parent *html.Node
}

// blocksOfPage returns the blocks of a page with the elements that their lines are in.
func blocksOfPage(page *html.Node) []pageBlock {
	var blocks []pageBlock
	var inline strings.Builder
	var parent *html.Node
	flush := func() {
		if text := strings.Join(strings.Fields(inline.String()), " "); text != "" {
			blocks = append(blocks, pageBlock{text, parent})
		}
		inline.Reset()
		parent = nil
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			inline.WriteString(n.Data)
			if n.Parent != nil && hasBreaks(n.Parent) {
				parent = n.Parent
			}
			return
		case n.Type == html.ElementNode && silentElements[n.Data]:
			return
		}
		isBlock := n.Type == html.ElementNode && blockElements[n.Data]
		if isBlock {
			flush()
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child)
		}
		if isBlock {
			flush()
		}
	}
	walk(page)
	flush()
	return blocks
}

func hasBreaks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if isElement(c, "br") {
			return true
		}
	}
	return false
}
