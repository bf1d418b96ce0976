package read

import (
	"bytes"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/graph"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// HTML reads the article of one web page: its body with trafilatura's method,
// its day of publication with htmldate's, the rest from the page's metadata.
func HTML(name string, data []byte) (graph.Article, []string, error) {
	item := guarded(name, func() Item { return readHTML(name, data, metadata{}) })
	return item.Article, item.Warnings, item.Err
}

var htmlStart = regexp.MustCompile(`(?i)^\s*(?:<!doctype html|<html|<head|<body|<!--|<\?xml|<(?:p|div|article|section|h[1-6]|main|span|table|ul|header)[\s>])`)

func looksLikeHTML(head []byte) bool {
	return htmlStart.Match(bytes.TrimPrefix(head, bomUTF8))
}

// maxNodes bounds the work on one page; pages of news have a few thousand nodes.
const maxNodes = 200_000

// readHTML reads a page; given is what its source tells of it.
func readHTML(name string, data []byte, given metadata) Item {
	source, warnings, err := decodeHTML(name, data)
	if err != nil {
		return Item{Source: name, Err: err}
	}
	page, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return Item{Source: name, Err: failure(Unreadable, name, err, "is no web page")}
	}
	if countNodes(page) > maxNodes {
		return Item{Source: name, Err: failure(TooLarge, name, nil, "has more than %d elements", maxNodes)}
	}
	// The day is read first: the extraction of the body changes the page.
	told := given.or(pageMetadata(page))
	result, err := trafilatura.ExtractDocument(page, trafilatura.Options{
		Focus:           trafilatura.Balanced,
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil {
		return Item{Source: name, Warnings: warnings, Err: failure(NoText, name, err, "has no article that can be told from the page around it")}
	}
	told = told.or(metadataOfTrafilatura(result.Metadata))
	c := cleanBlocks(strings.ToValidUTF8(blocksOf(result.ContentNode), "\uFFFD"), told)
	if c.text == "" {
		return Item{Source: name, Warnings: warnings, Err: failure(NoText, name, nil, "has no text of an article")}
	}
	return Item{Source: name, Article: articleOf(told.or(c.found), c.text), Warnings: append(warnings, c.warnings...)}
}

// decodeHTML reads the bytes in the encoding that the page states, if they are no UTF-8.
func decodeHTML(name string, data []byte) (string, []string, error) {
	if utf8.Valid(data) || bytes.HasPrefix(data, bomUTF16[0]) || bytes.HasPrefix(data, bomUTF16[1]) {
		return decode(name, data)
	}
	encoding, label, certain := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	if !certain || label == "utf-8" || binaryKind(data) != "" {
		return decode(name, data)
	}
	out, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return "", nil, failure(NotText, name, err, "is not in the encoding %s that it states", label)
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

// metadataOfTrafilatura takes what the page's own metadata gave to trafilatura.
func metadataOfTrafilatura(m trafilatura.Metadata) metadata {
	out := metadata{Title: oneLine(m.Title), Publisher: oneLine(m.Sitename), Byline: oneLine(strings.ReplaceAll(m.Author, "; ", ", "))}
	if isURL(m.URL) {
		out.URL = m.URL
	}
	return out
}

// Pages that name a day after this one are wrong about it; there is no clock
// here, so that reading a page twice gives the same.
var lastDay = time.Date(lastYear, time.December, 31, 0, 0, 0, 0, time.UTC)

// pageMetadata reads the day of publication of a page.
func pageMetadata(page *html.Node) metadata {
	result, err := htmldate.FromDocument(page, htmldate.Options{UseOriginalDate: true, MaxDate: lastDay})
	if err != nil || result.IsZero() {
		return metadata{}
	}
	return metadata{Published: graph.DateOf(result.DateTime), PublishedFrom: fromPage}
}

// blocksOf gives the text of a node, each block (a paragraph, a heading, an item
// of a list) on a line of its own, parted by empty lines.
func blocksOf(node *html.Node) string {
	var blocks []string
	var inline strings.Builder
	flush := func() {
		if text := strings.Join(strings.Fields(inline.String()), " "); text != "" {
			blocks = append(blocks, text)
		}
		inline.Reset()
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			inline.WriteString(n.Data)
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
	if node != nil {
		walk(node)
	}
	flush()
	return strings.Join(blocks, "\n\n")
}

var blockElements = words(`p div article section main header footer aside h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table tr td th
figure figcaption dl dt dd br hr head body form fieldset details summary nav`)
