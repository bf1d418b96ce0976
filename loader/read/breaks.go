package read

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// breaksToParagraphs makes paragraphs of the lines that a page parts with br elements,
// which extraction joins, repeats or loses.
func breaksToParagraphs(page *html.Node) {
	var parents []*html.Node
	for n := range page.Descendants() {
		if isElement(n, "br") && n.Parent != nil && breakParents[n.Parent.Data] && (len(parents) == 0 || parents[len(parents)-1] != n.Parent) {
			parents = append(parents, n.Parent)
		}
	}
	done := map[*html.Node]bool{}
	for _, parent := range parents {
		if !done[parent] {
			done[parent] = true
			splitAtBreaks(parent)
		}
	}
}

// breakParents are the elements whose lines are paragraphs. In others, such as table
// cells and headings, a line end is only a space.
var breakParents = setOf(`p div section article main blockquote body center font span`)

// splitAtBreaks parts the children of an element at its br elements: a paragraph into
// several, and the running content of another element into paragraphs.
func splitAtBreaks(parent *html.Node) {
	if parent.Data == "font" || parent.Data == "span" {
		spaceForBreaks(parent)
		return
	}
	var lines [][]*html.Node
	var line []*html.Node
	flush := func() {
		if len(line) > 0 {
			lines = append(lines, line)
			line = nil
		}
	}
	var children []*html.Node
	for c := parent.FirstChild; c != nil; c = c.NextSibling {
		children = append(children, c)
	}
	for _, c := range children {
		parent.RemoveChild(c)
		switch {
		case isElement(c, "br"):
			flush()
		case c.Type == html.ElementNode && blockElements[c.Data] && parent.Data != "p":
			flush()
			lines = append(lines, []*html.Node{c})
		default:
			line = append(line, c)
		}
	}
	flush()
	if parent.Data == "p" {
		splitParagraph(parent, lines)
		return
	}
	for _, line := range lines {
		if !isInline(line) {
			for _, c := range line {
				parent.AppendChild(c)
			}
			continue
		}
		parent.AppendChild(paragraphOf(line, nil))
	}
}

// splitParagraph puts the lines of a paragraph into paragraphs beside it.
func splitParagraph(p *html.Node, lines [][]*html.Node) {
	if p.Parent == nil || len(lines) == 0 {
		return
	}
	next := p.NextSibling
	for i, line := range lines {
		if i == 0 {
			for _, c := range line {
				p.AppendChild(c)
			}
			continue
		}
		p.Parent.InsertBefore(paragraphOf(line, p.Attr), next)
	}
}

func paragraphOf(line []*html.Node, attributes []html.Attribute) *html.Node {
	p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P, Attr: attributes}
	for _, c := range line {
		p.AppendChild(c)
	}
	return p
}

// spaceForBreaks replaces the br elements of running content with spaces.
func spaceForBreaks(parent *html.Node) {
	for c := parent.FirstChild; c != nil; {
		next := c.NextSibling
		if isElement(c, "br") {
			parent.InsertBefore(&html.Node{Type: html.TextNode, Data: "\n"}, c)
			parent.RemoveChild(c)
		}
		c = next
	}
}

// isInline reports whether a line has words, and no block.
func isInline(line []*html.Node) bool {
	words := false
	for _, c := range line {
		if c.Type == html.ElementNode && (blockElements[c.Data] || silentElements[c.Data]) {
			return false
		}
		words = words || strings.TrimSpace(textOf(c)) != ""
	}
	return words
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var text strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			text.WriteString(d.Data)
		}
	}
	return text.String()
}

func isElement(n *html.Node, name string) bool { return n.Type == html.ElementNode && n.Data == name }
