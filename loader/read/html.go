package read

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"dateline/graph"
)

var htmlStart = regexp.MustCompile(`(?i)^\s*(?:<!doctype html|<html|<head|<body|<!--|<\?xml|<(?:p|div|article|section|h[1-6]|main|span|table|ul|header)[\s>])`)

func looksLikeHTML(head []byte) bool {
	return htmlStart.Match(bytes.TrimPrefix(head, bomUTF8))
}

// readHTML reads the article of a web page: its body with trafilatura's method, its
// day of publication with htmldate's, the rest from the page's metadata. given is
// the metadata that is already known, charset the encoding that a server names.
func readHTML(name string, data []byte, given metadata, charset string) Item {
	source, warnings, err := decodeHTML(name, data, charset)
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
	var updated graph.Date
	if known.Published.IsZero() {
		known = known.or(dateOfPage(page))
		updated = updatedOfPage(page)
	}
	blocks, found, err := extract(page, source)
	if err != nil {
		return Item{Source: name, Warnings: warnings, Err: failure(NoText, name, err, "has no article that can be separated from the rest of the page")}
	}
	known = known.or(metadataOfTrafilatura(found))
	known.URL = first(known.URL, from)
	known, more = known.bounded()
	warnings = append(warnings, more...)
	c := cleanBlocks(strings.ToValidUTF8(strings.Join(blocks, "\n\n"), "\uFFFD"), known)
	if c.text == "" {
		return Item{Source: name, Warnings: warnings, Err: failure(NoText, name, nil, "has no text that belongs to an article")}
	}
	text, _, more := boundedText(c.text, nil)
	known = known.or(c.found)
	if known.Published.IsZero() && !updated.IsZero() {
		known.Published, known.PublishedFrom = updated, fromDateLine
		more = append(more, fmt.Sprintf("published: only the day of an update is known, %s", updated))
	}
	return Item{Source: name, Article: articleOf(known, text), Warnings: slices.Concat(warnings, c.warnings, more)}
}

// extract returns the blocks of the article on a page, and the page's metadata. Where the
// extraction is at odds with the page, it is made again with the page's br elements made
// paragraphs, and put into the order of the page. The page is changed.
func extract(page *html.Node, source string) ([]string, trafilatura.Metadata, error) {
	whole, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return nil, trafilatura.Metadata{}, err
	}
	for _, tree := range []*html.Node{page, whole} {
		unwrapElements(tree)
		dropOtherStories(tree)
	}
	others := teasersOf(whole)
	result, err := extractOnce(page)
	if err != nil {
		return nil, trafilatura.Metadata{}, err
	}
	blocks := others.without(blocksAfter(result.ContentNode, nil, math.MaxInt))
	if !isTroubled(blocks, whole) {
		return spacedAs(blocksAfter(whole, nil, math.MaxInt), blocks), result.Metadata, nil
	}
	title := titleOfPage(whole)
	inPage := blocksAfter(whole, nil, math.MaxInt)
	breaksToParagraphs(whole)
	again, err := extractOnce(whole)
	if err != nil {
		return inOrder(blocks, inPage, title), result.Metadata, nil
	}
	best, other := inOrder(blocks, inPage, title), inOrder(others.without(blocksAfter(again.ContentNode, nil, math.MaxInt)), inPage, title)
	if lettersOf(other) > lettersOf(best) {
		best = other
	}
	return best, result.Metadata, nil
}

func extractOnce(page *html.Node) (*trafilatura.ExtractResult, error) {
	return trafilatura.ExtractDocument(page, trafilatura.Options{
		Focus:           trafilatura.Balanced,
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
}

func lettersOf(blocks []string) int { return len(squeeze(strings.Join(blocks, ""))) }

// decodeHTML decodes the bytes of a page, if they are not UTF-8, in the encoding that the
// page declares, wherever it does, else in the one that its server or message named.
func decodeHTML(name string, data []byte, named string) (string, []string, error) {
	if utf8.Valid(data) || bytes.HasPrefix(data, bomUTF16[0]) || bytes.HasPrefix(data, bomUTF16[1]) || binaryKind(data) != "" {
		return decode(name, data)
	}
	for _, label := range []string{declaredCharset(data), named} {
		encoding, label := charset.Lookup(label)
		if encoding == nil || label == "utf-8" || label == "windows-1252" {
			continue
		}
		if out, err := encoding.NewDecoder().Bytes(data); err == nil {
			return string(out), []string{"read as " + label}, nil
		}
	}
	return decode(name, data)
}

// charsetBytes is how far into a page its charset may be declared.
const charsetBytes = 64 << 10

var charsetDeclared = regexp.MustCompile(`(?i)(?:<meta[^>]{0,200}?charset\s*=\s*["']?|<\?xml[^>]{0,100}?encoding\s*=\s*["'])([\w-]{2,40})`)

func declaredCharset(data []byte) string {
	at := charsetDeclared.FindSubmatch(data[:min(len(data), charsetBytes)])
	if at == nil {
		return ""
	}
	return string(at[1])
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
