package read

import (
	"bytes"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

var htmlStart = regexp.MustCompile(`(?i)^\s*(?:<!doctype html|<html|<head|<body|<!--|<\?xml|<(?:p|div|article|section|h[1-6]|main|span|table|ul|header)[\s>])`)

func looksLikeHTML(head []byte) bool {
	return htmlStart.Match(bytes.TrimPrefix(head, bomUTF8))
}

// readHTML reads the article of a web page: its body with trafilatura's method, its
// day of publication with htmldate's, the rest from the page's metadata. given is
// the metadata that is already known.
func readHTML(name string, data []byte, given metadata) Item {
	source, warnings, err := decodeHTML(name, data)
	if err != nil {
		return Item{Source: name, Err: err}
	}
	from := savedFrom(source)
	source, more := boundedPage(source)
	warnings = append(warnings, more...)
	page, err := html.Parse(strings.NewReader(source))
	if err != nil {
		// The parser only fails if elements are nested too deeply.
		return Item{Source: name, Err: failure(TooLarge, name, err, "has too many nested elements")}
	}
	if countNodes(page) > maxNodes {
		return Item{Source: name, Err: failure(TooLarge, name, nil, "has more than %d elements and texts", maxNodes)}
	}
	// The day comes first, since extracting the body changes the page.
	known := given
	if known.Published.IsZero() {
		known = known.or(dateOfPage(page))
	}
	result, err := trafilatura.ExtractDocument(page, trafilatura.Options{
		Focus:           trafilatura.Balanced,
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil {
		return Item{Source: name, Warnings: warnings, Err: failure(NoText, name, err, "has no article that can be separated from the rest of the page")}
	}
	known = known.or(metadataOfTrafilatura(result.Metadata))
	known.URL = first(known.URL, from)
	known, more = known.bounded()
	warnings = append(warnings, more...)
	c := cleanBlocks(strings.ToValidUTF8(blocksOf(result.ContentNode), "\uFFFD"), known)
	if c.text == "" {
		return Item{Source: name, Warnings: warnings, Err: failure(NoText, name, nil, "has no text that belongs to an article")}
	}
	text, _, more := boundedText(c.text, nil)
	return Item{Source: name, Article: articleOf(known.or(c.found), text), Warnings: slices.Concat(warnings, c.warnings, more)}
}

// decodeHTML decodes the bytes in the encoding that the page declares, if they are
// not UTF-8.
func decodeHTML(name string, data []byte) (string, []string, error) {
	if utf8.Valid(data) || bytes.HasPrefix(data, bomUTF16[0]) || bytes.HasPrefix(data, bomUTF16[1]) {
		return decode(name, data)
	}
	encoding, label, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	if label == "utf-8" || label == "windows-1252" || binaryKind(data) != "" {
		return decode(name, data)
	}
	out, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return "", nil, failure(NotText, name, err, "is not in the encoding %s that it declares", label)
	}
	return string(out), []string{"read as " + label}, nil
}

func countNodes(n *html.Node) int {
	count := 0
	for range n.Descendants() {
		count++
	}
	return count
}

// savedComment matches what browsers write at the top of a saved page.
var savedComment = regexp.MustCompile(`^[\s\S]{0,400}<!-- saved from url=\(\d+\)(https?://[^\s>]+) -->`)

func savedFrom(source string) string {
	at := savedComment.FindStringSubmatch(source[:min(len(source), 4096)])
	if at == nil {
		return ""
	}
	return urlIn(at[1])
}

// metadataOfTrafilatura returns the page's metadata as trafilatura found it.
func metadataOfTrafilatura(m trafilatura.Metadata) metadata {
	out := metadata{Title: oneLine(m.Title), Publisher: oneLine(m.Sitename), Byline: oneLine(strings.ReplaceAll(m.Author, "; ", ", "))}
	if isURL(m.URL) {
		out.URL = m.URL
	}
	return out
}

// blocksOf returns the text of a node, with an empty line between blocks
// (paragraphs, headings, list items).
func blocksOf(node *html.Node) string {
	return strings.Join(blocksAfter(node, nil, math.MaxInt), "\n\n")
}

// blocksAfter returns the blocks of a node that begin after another node, or all if
// that is nil, but no more than most.
func blocksAfter(node, after *html.Node, most int) []string {
	w := blockWalk{after: after, most: most, going: after == nil}
	if node != nil {
		w.walk(node)
	}
	w.flush()
	return w.blocks
}

// blocksBefore returns the blocks of a node that end before another node.
func blocksBefore(node, before *html.Node) []string {
	w := blockWalk{before: before, most: math.MaxInt, going: true}
	w.walk(node)
	return w.blocks
}

type blockWalk struct {
	// after and before limit the walk; nil for no limit.
	after, before *html.Node
	most          int
	going, done   bool
	blocks        []string
	inline        strings.Builder
}

func (w *blockWalk) flush() {
	text := strings.Join(strings.Fields(w.inline.String()), " ")
	if text != "" && len(w.blocks) < w.most {
		w.blocks = append(w.blocks, text)
	}
	w.inline.Reset()
}

func (w *blockWalk) walk(n *html.Node) {
	if len(w.blocks) >= w.most || w.done {
		return
	}
	if n.Type == html.TextNode {
		if w.going {
			w.inline.WriteString(n.Data)
		}
		return
	}
	if n.Type == html.ElementNode && silentElements[n.Data] {
		return
	}
	switch n {
	case w.after:
		w.going = true
		return
	case w.before:
		w.flush()
		w.done = true
		return
	}
	isBlock := n.Type == html.ElementNode && blockElements[n.Data]
	if isBlock {
		w.flush()
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.walk(child)
	}
	if isBlock {
		w.flush()
	}
}

// silentElements show no text.
var silentElements = setOf(`script style template noscript svg select option button head`)

var blockElements = setOf(`p div article section main header footer aside h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table tr td th
figure figcaption dl dt dd br hr body form fieldset details summary nav`)
