package source

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"dateline/graph"
)

// maxFeed is the most bytes of a feed, which takes ten times as much in memory; maxList
// that of a list of feeds or pages.
const (
	maxFeed = 8 << 20
	maxList = 32 << 20
)

func looksLikeFeed(head []byte) bool {
	return hasRoot(head, "rss", "feed", "RDF") || looksLikeJSONFeed(head)
}

// looksLikeJSONFeed recognizes the address of the format's version, which comes first.
func looksLikeJSONFeed(head []byte) bool {
	head = bytes.TrimSpace(head)
	return bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte("jsonfeed.org/version"))
}

// openFeed gives the items of an RSS, Atom or JSON feed, each with its own metadata.
func openFeed(w *walk, item Item, body *bufio.Reader) {
	feed, err := readFeed(item, body)
	if err != nil {
		w.fail(err)
		return
	}
	if len(feed.Items) == 0 {
		w.fail(Failure(NoText, item.Name, nil, "is a feed without items"))
		return
	}
	for i, entry := range feed.Items {
		if !w.more() {
			return
		}
		name := member(item.Name, first(entry.GUID, entry.Link, fmt.Sprint(i+1)))
		w.feedItem(name, item.Address != "", feed, entry)
	}
}

func readFeed(item Item, body io.Reader) (feed *gofeed.Feed, failed *Error) {
	data, failed := readList(item.Name, body, maxFeed)
	if failed != nil {
		return nil, failed
	}
	defer func() {
		if p := recover(); p != nil {
			failed = Failure(Damaged, item.Name, nil, "cannot be read: the reader panicked: %v", p)
		}
	}()
	if isTooDeep(data) {
		return nil, Failure(Damaged, item.Name, nil, "has elements within more than %d others", maxElements)
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		return nil, Failure(Damaged, item.Name, err, "is not a whole feed")
	}
	return feed, nil
}

// maxElements is how deep elements of a feed are nested at most; the reader of feeds takes
// memory for each level.
const maxElements = 200

// isTooDeep reports whether elements of XML are nested too deeply.
func isTooDeep(data []byte) bool {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.Strict = false
	decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for depth := 0; depth <= maxElements; {
		token, err := decoder.RawToken()
		if err != nil {
			return false // the reader of feeds tells of it
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return true
}

// readList reads a feed or list, which are held in memory.
func readList(name string, body io.Reader, most int) ([]byte, *Error) {
	data, err := io.ReadAll(io.LimitReader(body, int64(most)+1))
	switch {
	case err != nil:
		return nil, failureOf(name, err, Unreadable, "cannot be read")
	case len(data) > most:
		return nil, Failure(TooLarge, name, nil, "is larger than %s, the limit for a feed or list", Size(int64(most)))
	}
	return data, nil
}

// shortText is how many bytes of markup a summary has at most. A feed with more has the
// text.
const shortText = 1_000

// feedItem gives one item of a feed with the text that the feed has of it or, where that
// is a summary and the feed was fetched, with the page that it leads to.
func (w *walk) feedItem(name string, fetched bool, feed *gofeed.Feed, entry *gofeed.Item) {
	text := entry.Content
	if len(entry.Description) > len(text) {
		text = entry.Description
	}
	item := Item{Name: name, Format: "fragment", Body: strings.NewReader(text), Size: int64(len(text)), Known: knownOfEntry(feed, entry), Kind: graph.SourceNews}
	item.Hash = hashOf(entry.Title, entry.Link, text, entry.Published, entry.Updated)
	if w.IsKnown != nil && w.IsKnown(name, item.Hash) {
		w.pass(name, "was loaded before")
		return
	}
	item.Summary = first(strings.TrimSpace(text), entry.Title)
	if fetched && w.Web != nil && len(text) < shortText && isAddress(entry.Link) && w.fullText(item, entry.Link) {
		return
	}
	item.Summary = ""
	item.Excerpt = fetched && len(text) < shortText && isAddress(entry.Link)
	if strings.TrimSpace(text) == "" {
		w.fail(Failure(NoText, name, nil, "has no text in the feed"))
		return
	}
	w.give(item)
}

// fullText gives the page that an item of a feed leads to. It reports whether it has given
// something; if not, the summary is all there is.
func (w *walk) fullText(item Item, address string) bool {
	answer, err := w.Web.get(w.ctx, address)
	if err == nil {
		defer answer.Body.Close()
		item.Format, item.Charset, item.Body, item.Size, item.Address = formatsOfKinds[answer.Kind], answer.Charset, answer.Body, answer.Size, answer.URL
		if item.Format != "" {
			w.give(item)
			return true
		}
		err = Failure(UnknownFormat, address, nil, "is not a page")
	}
	var failed *Error
	if w.ctx.Err() != nil || errors.As(err, &failed) && failed.Reason == Unreachable && w.Again {
		w.fail(failureOf(item.Name, err, Unreachable, "cannot be fetched"))
		return true
	}
	return false
}

func hashOf(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

func knownOfEntry(feed *gofeed.Feed, entry *gofeed.Item) Known {
	known := Known{
		ID: entry.GUID, Title: plainTitle(entry.Title), Publisher: plainTitle(feed.Title), URL: entry.Link, Language: feed.Language,
	}
	var authors []string
	for _, author := range entry.Authors {
		if name := first(author.Name, author.Email); name != "" {
			authors = append(authors, name)
		}
	}
	known.Byline = strings.Join(authors, ", ")
	known.Published = dayOfStamp(entry.Published, entry.PublishedParsed)
	if known.Published.IsZero() {
		known.Published = dayOfStamp(entry.Updated, entry.UpdatedParsed)
	}
	if !known.Published.IsZero() {
		known.PublishedFrom = FromFeed
	}
	return known
}

// stampForms are the ways in which feeds write a time. Their own zone is kept, since the
// day of publication is that of the newsroom.
var stampForms = []string{
	time.RFC3339, time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST", "2006-01-02T15:04:05-0700", "2006-01-02T15:04-07:00", time.DateTime, time.DateOnly,
}

// dayOfStamp returns the day of a time in its own zone; parsed is what a library made of
// it.
func dayOfStamp(written string, parsed *time.Time) graph.Date {
	written = strings.TrimSpace(written)
	for _, form := range stampForms {
		if at, err := time.Parse(form, written); err == nil {
			return graph.DateOf(at)
		}
	}
	if parsed != nil {
		return graph.DateOf(*parsed)
	}
	return graph.Date{}
}

// plainTitle is a title on one line; feeds put markup into titles, which shows as text.
func plainTitle(title string) string { return strings.Join(strings.Fields(title), " ") }

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
