package read

import (
	"strings"

	"golang.org/x/net/html"
)

// unwrapElements takes away the elements around text with which extraction loses it: those
// that a site made up, whose names have a hyphen, and the marks of embedded posts.
func unwrapElements(page *html.Node) {
	for _, n := range found(page, func(n *html.Node) bool { return strings.Contains(n.Data, "-") }) {
		if n.Namespace != "" || n.Parent == nil {
			continue
		}
		for _, child := range childrenOf(n) {
			n.RemoveChild(child)
			n.Parent.InsertBefore(child, n)
		}
		n.Parent.RemoveChild(n)
	}
	for _, post := range found(page, isPost) {
		around := post.Parent
		for range boxesAround {
			if around == nil || !onlyHolds(around, post) {
				break
			}
			around.Attr = nil
			around = around.Parent
		}
		post.Attr = nil
	}
}

// boxesAround is how many elements that hold nothing else can stand around a post.
const boxesAround = 3

// isPost reports whether an element is a post that the article quotes whole.
func isPost(n *html.Node) bool { return isElement(n, "blockquote") && hasClass(n, postClasses) }

var postClasses = pageMarks("post class")

// onlyHolds reports whether all text of an element is in another one.
func onlyHolds(n, inner *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" && d.Parent != nil && !silentElements[d.Parent.Data] && !holds(inner, d) {
			return false
		}
	}
	return true
}
