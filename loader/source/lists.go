package source

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// maxListed is the most feeds or pages of one list.
const maxListed = 50_000

func looksLikeOPML(head []byte) bool    { return hasRoot(head, "opml") }
func looksLikeSitemap(head []byte) bool { return hasRoot(head, "urlset", "sitemapindex") }

// looksLikeURLs reports whether the first lines are web addresses and nothing else.
func looksLikeURLs(head []byte) bool {
	lines := bytes.Split(head, []byte("\n"))
	if len(head) == headBytes {
		lines = lines[:len(lines)-1] // the last one may be cut
	}
	found := 0
	for _, line := range lines {
		text := strings.TrimSpace(string(line))
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if !isAddress(text) || strings.ContainsAny(text, " \t") {
			return false
		}
		found++
	}
	return found > 1
}

func isAddress(text string) bool {
	return strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://")
}

// openURLs opens the pages and feeds of a list with an address in each line.
func openURLs(w *walk, item Item, body *bufio.Reader) {
	data, failed := readList(item.Name, body, maxList)
	if failed != nil {
		w.fail(failed)
		return
	}
	done, ok := w.listing("urls", item.Name)
	if !ok {
		return
	}
	defer done()
	n := 0
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") || !w.more() {
			continue
		}
		if n++; n > maxListed {
			w.fail(Failure(TooLarge, item.Name, nil, "lists more than %d addresses; the others were not fetched", maxListed))
			return
		}
		w.url(line, Known{})
	}
}

// openOPML opens the feeds of a list.
func openOPML(w *walk, item Item, body *bufio.Reader) {
	done, ok := w.listing("opml", item.Name)
	if !ok {
		return
	}
	defer done()
	n := 0
	err := eachElement(body, func(decoder *xml.Decoder, start xml.StartElement) error {
		address := attributeOf(start, "xmlUrl")
		if start.Name.Local != "outline" || !isAddress(address) {
			return nil
		}
		if n++; n > maxListed || !w.more() {
			return io.EOF
		}
		w.url(address, Known{})
		return nil
	})
	if err != nil {
		w.fail(failureOf(item.Name, err, Damaged, "is not a whole OPML list"))
	} else if n == 0 {
		w.fail(Failure(NoText, item.Name, nil, "lists no feed"))
	}
}

// sitemapEntry is a page, or another sitemap.
type sitemapEntry struct {
	Loc  string `xml:"loc"`
	News struct {
		Publication struct {
			Name     string `xml:"name"`
			Language string `xml:"language"`
		} `xml:"publication"`
		Date  string `xml:"publication_date"`
		Title string `xml:"title"`
	} `xml:"news"`
}

func (e *sitemapEntry) known() Known {
	known := Known{Title: e.News.Title, Publisher: e.News.Publication.Name, Language: e.News.Publication.Language}
	if known.Published = dayOfStamp(e.News.Date, nil); !known.Published.IsZero() {
		known.PublishedFrom = FromFeed
	}
	return known
}

// openSitemap opens the pages of a site, or the sitemaps of an index.
func openSitemap(w *walk, item Item, body *bufio.Reader) {
	head, _ := body.Peek(headBytes)
	kind := "sitemap"
	if hasRoot(head, "sitemapindex") {
		kind = "index of sitemaps"
	}
	done, ok := w.listing(kind, item.Name)
	if !ok {
		return
	}
	defer done()
	n := 0
	err := eachElement(body, func(decoder *xml.Decoder, start xml.StartElement) error {
		if start.Name.Local != "url" && start.Name.Local != "sitemap" {
			return nil
		}
		var entry sitemapEntry
		if err := decoder.DecodeElement(&entry, &start); err != nil {
			return err
		}
		if n++; n > maxListed || !w.more() {
			return io.EOF
		}
		w.url(strings.TrimSpace(entry.Loc), entry.known())
		return nil
	})
	if err != nil {
		w.fail(failureOf(item.Name, err, Damaged, "is not a whole sitemap"))
	} else if n == 0 {
		w.fail(Failure(NoText, item.Name, nil, "lists no page"))
	}
}

// eachElement calls visit with every element of XML, until it returns an error; io.EOF
// ends it without one. Entities that the document declares are not read.
func eachElement(body io.Reader, visit func(*xml.Decoder, xml.StartElement) error) error {
	decoder := xml.NewDecoder(BoundXML(io.LimitReader(body, maxList)))
	decoder.Strict = false
	decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		token, err := decoder.Token()
		if err == nil {
			if start, ok := token.(xml.StartElement); ok {
				err = visit(decoder, start)
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

func attributeOf(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if strings.EqualFold(a.Name.Local, name) {
			return a.Value
		}
	}
	return ""
}
