package read

import (
	"math"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// teasers are the lines of a page that lead to other stories and stand where the article
// is, squeezed: lists of links, and cards with a headline and a summary. They stay in the
// page while the article is extracted, since links tell where the article is not.
type teasers map[string]bool

// teasersOf finds the teasers of a page.
func teasersOf(page *html.Node) teasers {
	heading := headingOf(page)
	t := teasers{}
	t.addCards(page, heading)
	t.addLinkedLines(page, heading)
	return t
}

// without returns blocks without the teasers among them.
func (t teasers) without(blocks []string) []string {
	return slices.DeleteFunc(blocks, func(block string) bool { return t[squeeze(block)] })
}

// dropOtherStories removes the next article of the same page, and what opens over a name.
func dropOtherStories(page *html.Node) {
	dropOtherArticles(headingOf(page))
	dropPopUps(page)
}

// dropOtherArticles removes the articles beside the one that has the page's headline.
func dropOtherArticles(heading *html.Node) {
	own := heading
	for own != nil && !isElement(own, "article") {
		own = own.Parent
	}
	if own == nil || own.Parent == nil {
		return
	}
	for _, other := range childrenOf(own.Parent) {
		if other != own && isElement(other, "article") {
			own.Parent.RemoveChild(other)
		}
	}
}

// popUpLinks is how many links a box has that opens over a name, besides a picture.
const popUpLinks = 2

// dropPopUps removes the boxes with a picture and links that stand within a line.
func dropPopUps(page *html.Node) {
	for _, n := range found(page, func(n *html.Node) bool { return isElement(n, "span") && isWithin(n, "p") }) {
		pictures, links := 0, 0
		for d := range n.Descendants() {
			switch {
			case isElement(d, "img"):
				pictures++
			case isElement(d, "a"):
				links++
			}
		}
		first := n.FirstChild
		if pictures > 0 && links > popUpLinks && first != nil && !isElement(first, "a") && n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// The limits of a card: a headline that is a link, with a line or two beside it.
const (
	fewestCards  = 3
	mostCardText = 300
)

// addCards adds rows of cards: elements beside each other, each with a headline that leads
// to another address, and little else.
func (t teasers) addCards(page, heading *html.Node) {
	for _, parent := range found(page, func(n *html.Node) bool { return n.FirstChild != nil && n.FirstChild != n.LastChild }) {
		var cards []*html.Node
		targets := map[string]bool{}
		for _, child := range childrenOf(parent) {
			if target := cardTarget(child); target != "" && !holds(child, heading) {
				cards = append(cards, child)
				targets[target] = true
			}
		}
		if len(targets) < fewestCards {
			continue
		}
		for _, card := range cards {
			for _, block := range blocksAfter(card, nil, math.MaxInt) {
				t[squeeze(block)] = true
			}
		}
	}
}

// cardTarget returns where the headline of a card leads; "" if an element is no card.
func cardTarget(n *html.Node) string {
	if n.Type != html.ElementNode || !cardElements[n.Data] {
		return ""
	}
	target, headed, length := "", false, 0
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			if length += len(strings.TrimSpace(d.Data)); length > mostCardText {
				return ""
			}
		case isElement(d, "a"):
			to := linkTarget(d)
			if target != "" && to != "" && to != target {
				return ""
			}
			target = first(target, to)
		case d.Type == html.ElementNode && headingElements[d.Data]:
			headed = headed || isLinked(d)
		}
	}
	if !headed {
		return ""
	}
	return target
}

// cardElements are the elements that cards are made of, headingElements those of their headlines.
var (
	cardElements    = setOf(`li div article section`)
	headingElements = setOf(`h1 h2 h3 h4 h5 h6`)
	lineElements    = setOf(`p li h2 h3 h4 h5 h6 div`)
)

// addLinkedLines adds the headlines of other stories: lines that are links and no
// sentences, several below each other or one in a paragraph of its own.
func (t teasers) addLinkedLines(page, heading *html.Node) {
	title := squeeze(titleOfPage(page))
	var row []*html.Node
	flush := func() {
		if len(row) > 1 || len(row) == 1 && isElement(row[0], "p") {
			for _, line := range row {
				t[squeeze(textOf(line))] = true
			}
		}
		row = nil
	}
	for _, line := range found(page, func(n *html.Node) bool {
		return lineElements[n.Data] && !hasBlock(n) && strings.TrimSpace(textOf(n)) != ""
	}) {
		if !isTeaser(line, title) || holds(line, heading) {
			flush()
			continue
		}
		row = append(row, line)
	}
	flush()
}

// The lengths of a headline, in words.
const (
	fewestTeaserWords = 4
	mostTeaserWords   = 30
)

// isTeaser reports whether a line is nothing but the linked headline of another story.
func isTeaser(line *html.Node, title string) bool {
	text := strings.TrimSpace(textOf(line))
	words := len(strings.Fields(text))
	if words < fewestTeaserWords || words > mostTeaserWords || strings.HasSuffix(text, ".") || !isLinked(line) {
		return false
	}
	own := squeeze(text)
	return title == "" || !strings.Contains(title, own)
}

// isLinked reports whether all text of an element is in links to other pages.
func isLinked(n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if isElement(p, "a") {
			return linkTarget(p) != ""
		}
	}
	any := false
	for d := range n.Descendants() {
		if d.Type != html.TextNode || strings.TrimSpace(d.Data) == "" {
			continue
		}
		link := d.Parent
		for link != nil && link != n && !isElement(link, "a") {
			link = link.Parent
		}
		if link == nil || link == n || linkTarget(link) == "" {
			return false
		}
		any = true
	}
	return any
}

// linkTarget returns the page that a link leads to; "" for a place on the same page and
// what is no page.
func linkTarget(link *html.Node) string {
	to := strings.TrimSpace(attribute(link, "href"))
	scheme, _, found := strings.Cut(to, ":")
	if to == "" || to[0] == '#' || found && !strings.ContainsAny(scheme, "/?#") && !strings.HasPrefix(scheme, "http") {
		return ""
	}
	return to
}

func hasBlock(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && blockElements[d.Data] && d.Data != "br" {
			return true
		}
	}
	return false
}

func isWithin(n *html.Node, name string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if isElement(p, name) {
			return true
		}
	}
	return false
}

// holds reports whether an element is another one or has it within.
func holds(n, inner *html.Node) bool {
	for ; inner != nil; inner = inner.Parent {
		if inner == n {
			return true
		}
	}
	return false
}

// found returns the elements for which a condition holds, so that they can be removed.
func found(page *html.Node, is func(*html.Node) bool) []*html.Node {
	var all []*html.Node
	for n := range page.Descendants() {
		if n.Type == html.ElementNode && is(n) {
			all = append(all, n)
		}
	}
	return all
}

func childrenOf(n *html.Node) []*html.Node {
	var children []*html.Node
	for c := range n.ChildNodes() {
		children = append(children, c)
	}
	return children
}
