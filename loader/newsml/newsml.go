// Package newsml reads the XML in which news agencies send articles: NewsML-G2, NewsML 1 and
// NITF, which can be in either of them.
//
// All three have metadata in elements of known names around a text in paragraphs, so that one
// walk reads them. The day on which an item was first created is that of publication, since
// agencies send what they write at once.
package newsml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"dateline/graph"
	"dateline/loader/source"
)

// Article is one item of news.
type Article struct {
	Known      source.Known
	Paragraphs []string
}

// maxDepth is how deep elements can be nested.
const maxDepth = 500

var (
	// ErrTooDeep says that elements are nested too deeply.
	ErrTooDeep = errors.New("elements are nested too deeply")
	// ErrTooLarge says that an item is larger than it may be.
	ErrTooLarge = errors.New("an item is too large")
)

// Roots are the first elements of files of this kind.
var Roots = []string{"newsItem", "newsMessage", "nitf", "NewsML", "NewsItem", "packageItem"}

// Read calls yield with each item of news, until it returns false. No item has more than most
// bytes of text. Entities that the file declares are not read, and nothing outside of it is.
func Read(from io.Reader, most int, yield func(Article) bool) error {
	decoder := xml.NewDecoder(source.BoundXMLRuns(from, most))
	decoder.Strict = false
	decoder.CharsetReader = charset.NewReaderLabel
	r := reader{most: most}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return failureOf(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(r.open) == maxDepth {
				return ErrTooDeep
			}
			r.start(t)
		case xml.CharData:
			if r.size += len(t); r.size > most {
				return ErrTooLarge
			}
			r.text.Write(t)
		case xml.EndElement:
			if r.end(t.Name.Local) && !yield(r.article()) {
				return nil
			}
		}
	}
}

// failureOf tells a text that is longer than an item may be from XML that is not whole.
func failureOf(err error) error {
	if failed := (*source.Error)(nil); errors.As(err, &failed) && failed.Reason == source.TooLarge {
		return fmt.Errorf("%w: %w", ErrTooLarge, err)
	}
	return fmt.Errorf("read the XML: %w", err)
}

// reader is in the middle of a file.
type reader struct {
	most, size int
	open       []string // elements, by their names without prefixes
	item       int      // the number of open elements at which the item began; 0 outside
	content    int      // how many elements around are the text, hidden how many are not shown
	hidden     int
	text       strings.Builder // since the last element began or ended
	inline     strings.Builder // of the paragraph
	found      Article
	days       map[string]graph.Date
	provider   string // the address that a provider is known by
}

// The elements that matter, by their names.
var (
	items    = setOf("newsItem NewsItem")
	contents = setOf("inlineXML inlineData DataContent body.content")
	hiddens  = setOf("head body.head body.end media figure figcaption table script style media-caption")
	blocks   = setOf("p h1 h2 h3 h4 h5 h6 hl2 li dt dd blockquote pre div section article br")
)

func setOf(names string) map[string]bool {
	set := map[string]bool{}
	for name := range strings.FieldsSeq(names) {
		set[name] = true
	}
	return set
}

func (r *reader) start(e xml.StartElement) {
	name := e.Name.Local
	r.take()
	r.open = append(r.open, name)
	if r.item == 0 && (items[name] || name == "nitf") {
		r.item, r.found, r.days, r.size, r.provider = len(r.open), Article{}, map[string]graph.Date{}, 0, ""
	}
	if contents[name] {
		r.content++
	}
	if hiddens[name] {
		r.hidden++
	}
	if blocks[name] {
		r.flush()
	}
	for _, a := range e.Attr {
		r.attribute(name, a.Name.Local, strings.TrimSpace(a.Value))
	}
}

// attribute takes what elements say in attributes.
func (r *reader) attribute(element, name, value string) {
	known := &r.found.Known
	switch element + "@" + name {
	case "newsItem@guid", "doc-id@id-string":
		known.ID = first(known.ID, value)
	case "language@tag", "nitf@lang", "newsItem@lang", "body@lang":
		known.Language = first(known.Language, value)
	case "provider@literal", "doc.copyright@holder":
		known.Publisher = first(known.Publisher, value)
	case "Party@FormalName":
		if r.isIn("Provider") {
			known.Publisher = first(known.Publisher, value)
		}
	case "date.issue@norm", "date.release@norm", "story.date@norm":
		r.day(element, value)
	}
}

func (r *reader) isIn(name string) bool {
	for _, open := range r.open {
		if open == name {
			return true
		}
	}
	return false
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// take puts the text since the last element into the paragraph, if it is shown.
func (r *reader) take() {
	if r.content > 0 && r.hidden == 0 {
		r.inline.WriteString(r.text.String())
	}
	r.text.Reset()
}

// flush ends a paragraph.
func (r *reader) flush() {
	if text := strings.Join(strings.Fields(r.inline.String()), " "); text != "" {
		r.found.Paragraphs = append(r.found.Paragraphs, text)
	}
	r.inline.Reset()
}

// end ends an element. It reports whether an item has ended with it.
func (r *reader) end(name string) bool {
	if len(r.open) == 0 {
		return false
	}
	value := strings.Join(strings.Fields(r.text.String()), " ")
	r.value(name, value)
	if name == "inlineData" || name == "DataContent" {
		r.plain()
	}
	r.take()
	if blocks[name] || contents[name] {
		r.flush()
	}
	if contents[name] {
		r.content = max(0, r.content-1)
	}
	if hiddens[name] {
		r.hidden = max(0, r.hidden-1)
	}
	r.open = r.open[:len(r.open)-1]
	if r.item > len(r.open) {
		r.item = 0
		return true
	}
	return false
}

// plain takes text without elements, in which empty lines are between paragraphs.
func (r *reader) plain() {
	for part := range strings.SplitSeq(strings.ReplaceAll(r.text.String(), "\r\n", "\n"), "\n\n") {
		r.inline.WriteString(part)
		r.flush()
	}
	r.text.Reset()
}

// value takes what elements say in text.
func (r *reader) value(name, value string) {
	if value == "" || r.item == 0 {
		return
	}
	known := &r.found.Known
	parent := ""
	if len(r.open) > 1 {
		parent = r.open[len(r.open)-2]
	}
	switch name {
	case "headline", "hl1", "HeadLine":
		known.Title = first(known.Title, value)
	case "by", "ByLine", "byline", "bytag":
		known.Byline = first(known.Byline, value)
	case "person":
		if parent == "byline" {
			known.Byline = first(known.Byline, value)
		}
	case "name":
		if parent == "provider" || parent == "infoSource" || parent == "copyrightHolder" {
			known.Publisher = first(known.Publisher, value)
		}
	case "ProviderId": // of NewsML 1, where no name is given
		r.provider = first(r.provider, value)
	case "PublicIdentifier":
		known.ID = first(known.ID, value)
	case "firstCreated", "contentCreated", "versionCreated", "FirstCreated", "ThisRevisionCreated":
		r.day(name, value)
	}
}

// dayForms are the ways to write a time.
var dayForms = []string{time.RFC3339, "2006-01-02T15:04:05", "20060102T150405Z0700", "20060102T150405", "20060102T1504Z0700", time.DateOnly, "20060102"}

func (r *reader) day(element, value string) {
	for _, form := range dayForms {
		if at, err := time.Parse(form, value); err == nil && r.days != nil {
			if _, taken := r.days[element]; !taken {
				r.days[element] = graph.DateOf(at)
			}
			return
		}
	}
}

// days says which of several days is that of publication, best first.
var days = strings.Fields("date.issue date.release story.date firstCreated FirstCreated contentCreated versionCreated ThisRevisionCreated")

func (r *reader) article() Article {
	r.flush()
	for _, name := range days {
		if day, ok := r.days[name]; ok && r.found.Known.Published.IsZero() {
			r.found.Known.Published, r.found.Known.PublishedFrom = day, "metadata"
		}
	}
	r.found.Known.Publisher = first(r.found.Known.Publisher, r.provider)
	return r.found
}
