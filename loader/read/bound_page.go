package read

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// The limits of one page, applied before it is parsed into a tree, since the methods
// that find the article need more than linear time and memory. The largest of two
// hundred news pages has 5,000 elements and 220,000 bytes of text.
const (
	maxPage       = 3 << 20 // bytes; larger pages are mostly script, which is dropped
	maxElements   = 8_000
	maxPageText   = 250_000 // bytes of visible text
	maxNodes      = 40_000  // nodes of the tree, elements and texts
	maxSmallTag   = 4 << 10 // bytes of a tag that keeps its attributes if the page is cut
	maxLinkedData = 64 << 10
	maxFormatting = 20 // open elements such as <b>, which the parser reopens in each paragraph
)

// boundedPage returns a page as it is if it is small enough. Otherwise it drops what
// shows no text, and cuts the page after the last element or letter within the
// limits.
func boundedPage(source string) (string, []string) {
	p := pageBound{tokens: html.NewTokenizer(strings.NewReader(source))}
	for p.next() {
	}
	switch {
	case p.cut != "":
		return p.kept.String(), []string{"only the beginning of the page was read: it has more than " + p.cut}
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
	// cut says what there was too much of; "" if the page was not cut.
	cut string
}

// next copies one token, and reports whether there may be more to copy.
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

// copyRawText copies a script only if it is linked data, and no other raw text.
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

// rawTextElements are the elements whose content is not markup.
var rawTextElements = setOf(`script style iframe noembed noframes xmp textarea`)

// formattingElements are the elements that, unclosed, the parser reopens in every
// following block.
var formattingElements = setOf(`b big code em font i s small strike strong tt u`)
