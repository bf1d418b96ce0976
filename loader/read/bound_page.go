package read

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// What is read of one page is bounded, before a tree is made of it: the methods
// that find the article in it take more time and memory than in proportion to
// its elements. Of two hundred pages of news the largest has 5,000 elements and
// 220,000 bytes of text.
const (
	maxPage       = 3 << 20 // bytes; pages of more are mostly script, which is taken out
	maxElements   = 8_000
	maxPageText   = 250_000 // bytes of shown text
	maxNodes      = 40_000  // nodes of the tree, elements and texts
	maxSmallTag   = 4 << 10 // bytes of a tag that stays where a page is cut
	maxLinkedData = 64 << 10
	maxFormatting = 20 // open elements such as <b>, which each paragraph below them opens anew
)

// boundedPage returns a page as it is where it is small enough; else without what
// shows no text, and cut behind its last element or letter within the bounds.
func boundedPage(source string) (string, []string) {
	p := pageBound{tokens: html.NewTokenizer(strings.NewReader(source))}
	for p.next() {
	}
	switch {
	case p.cut != "":
		return p.kept.String(), []string{"only the beginning of the page is read: it has more than " + p.cut}
	case len(source) > maxPage || p.unclosed:
		return p.kept.String(), nil
	}
	return source, nil
}

// pageBound copies a page token by token.
type pageBound struct {
	tokens     *html.Tokenizer
	kept       strings.Builder
	elements   int
	text       int
	formatting int  // open formatting elements
	unclosed   bool // too many are open at once
	// cut says what there was too much of; "" where the page has not been cut.
	cut string
}

// next copies a token and is false at the page's end.
func (p *pageBound) next() bool {
	switch kind := p.tokens.Next(); kind {
	case html.ErrorToken:
		return false
	case html.CommentToken: // shows nothing
	case html.TextToken:
		p.copyText()
	case html.StartTagToken, html.SelfClosingTagToken:
		p.copyTag(kind)
	case html.EndTagToken:
		raw := string(p.tokens.Raw())
		if name, _ := p.tokens.TagName(); formattingElements[string(name)] && p.formatting > 0 {
			p.formatting--
		}
		p.kept.WriteString(raw)
	default:
		p.kept.Write(p.tokens.Raw())
	}
	return p.cut == ""
}

func (p *pageBound) copyText() {
	raw := p.tokens.Raw()
	if room := maxPageText - p.text; len(raw) > room {
		raw = raw[:room]
		p.cut = fmt.Sprintf("%d bytes of text", maxPageText)
	}
	p.text += len(raw)
	p.kept.Write(raw)
}

func (p *pageBound) copyTag(kind html.TokenType) {
	raw := string(p.tokens.Raw())
	nameBytes, _ := p.tokens.TagName()
	name := string(nameBytes)
	if formattingElements[name] && kind == html.StartTagToken {
		if p.formatting == maxFormatting {
			p.unclosed = true
			return
		}
		p.formatting++
	}
	if len(raw) > maxSmallTag {
		raw = "<" + name + ">"
	}
	if rawTextElements[name] {
		p.copyRawText(raw, name)
		return
	}
	if p.elements++; p.elements > maxElements {
		p.cut = fmt.Sprintf("%d elements", maxElements)
		return
	}
	p.kept.WriteString(raw)
}

// copyRawText copies a script or the like only where it holds linked data.
func (p *pageBound) copyRawText(tag, name string) {
	text := ""
	if p.tokens.Next() == html.TextToken {
		text = string(p.tokens.Raw())
		p.tokens.Next()
	}
	if name == "script" && strings.Contains(tag, "ld+json") && len(text) <= maxLinkedData {
		p.kept.WriteString(tag + text + "</script>")
	}
}

// rawTextElements hold no elements and show no text.
var rawTextElements = words(`script style iframe noembed noframes xmp textarea`)

// formattingElements are those that the parser opens again in the next block
// where they were not closed.
var formattingElements = words(`b big code em font i s small strike strong tt u`)
