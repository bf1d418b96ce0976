package source

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"dateline/graph"
)

// The limits of a book.
const (
	maxChapters = 5_000
	maxContents = 8 << 20 // bytes of its package file and its table of contents
	// longestLabel is the length in bytes from which the title of a chapter gets no longer, and
	// fewWords how many words a page has that is no chapter.
	longestLabel = 1_000
	fewWords     = 30
)

func looksLikeEPUB(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) && bytes.Contains(head[:min(len(head), 200)], []byte("mimetypeapplication/epub+zip"))
}

// openEPUB opens the chapters of a book, each of which is an article: of a newspaper that is
// read on a reader or of pages saved for later it is one, and of a book its title says more
// than the book's does.
func openEPUB(w *walk, item Item, body *bufio.Reader) {
	at, size, done, err := randomAccess(item, body)
	if err != nil {
		w.fail(failureOf(item.Name, err, Unreadable, "cannot be unpacked"))
		return
	}
	defer done()
	if members := zipMembers(at, size); members > maxMembers {
		w.fail(Failure(TooLarge, item.Name, nil, "has %d members, and the limit is %d", members, maxMembers))
		return
	}
	archive, err := zip.NewReader(at, size)
	if err != nil {
		w.fail(Failure(Damaged, item.Name, err, "is not a whole book"))
		return
	}
	b := &book{walk: w, name: item.Name, files: map[string]*zip.File{}, titles: map[string]string{}}
	b.unpacking = unpacking{name: item.Name, free: freeMember, packed: func() int64 { return size }}
	for _, f := range archive.File {
		b.files[f.Name] = f
	}
	if err := b.open(); err != nil {
		w.fail(failureOf(item.Name, err, Damaged, "is not a whole book"))
	}
}

type book struct {
	*walk
	unpacking
	name   string
	files  map[string]*zip.File
	titles map[string]string // of chapters, by their files
	// folder is where the package file is, to which addresses are relative.
	folder string
}

// bookContainer says where a book's package file is.
type bookContainer struct {
	Roots []struct {
		Path string `xml:"full-path,attr"`
	} `xml:"rootfiles>rootfile"`
}

// bookPackage is what a package file says of a book.
type bookPackage struct {
	Title     string `xml:"metadata>title"`
	Publisher string `xml:"metadata>publisher"`
	Language  string `xml:"metadata>language"`
	Items     []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Type       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID     string `xml:"idref,attr"`
		Linear string `xml:"linear,attr"`
	} `xml:"spine>itemref"`
}

func (b *book) open() error {
	var container bookContainer
	if err := b.parse("META-INF/container.xml", &container); err != nil || len(container.Roots) == 0 {
		return Failure(Damaged, b.name, err, "has no list of its parts")
	}
	var pack bookPackage
	if err := b.parse(container.Roots[0].Path, &pack); err != nil {
		return err
	}
	b.folder = path.Dir(container.Roots[0].Path)
	hrefs := map[string]string{}
	contents := map[string]bool{}
	for _, item := range pack.Items {
		file := b.file(item.Href)
		hrefs[item.ID] = file
		if strings.Contains(" "+item.Properties+" ", " nav ") || item.Type == "application/x-dtbncx+xml" {
			contents[file] = true
			b.readTitles(file)
		}
	}
	if len(pack.Spine) > maxChapters {
		return Failure(TooLarge, b.name, nil, "has %d chapters, and the limit is %d", len(pack.Spine), maxChapters)
	}
	given := 0
	for _, ref := range pack.Spine {
		if file := hrefs[ref.ID]; file != "" && !contents[file] && ref.Linear != "no" && b.more() && b.chapter(file, &pack) {
			given++
		}
	}
	if given == 0 && b.more() {
		return Failure(NoText, b.name, nil, "has no chapter with text")
	}
	return nil
}

// file returns the name in the archive of what an address in the package leads to.
func (b *book) file(href string) string {
	href, _, _ = strings.Cut(href, "#")
	if plain, err := url.PathUnescape(href); err == nil {
		href = plain
	}
	return path.Join(b.folder, href)
}

// read returns the content of a file of the book.
func (b *book) read(name string, most int64) ([]byte, error) {
	f := b.files[name]
	if f == nil {
		return nil, Failure(Damaged, member(b.name, name), nil, "is not in the book")
	}
	opened, err := f.Open()
	if err != nil {
		return nil, Failure(Damaged, member(b.name, name), err, "cannot be unpacked")
	}
	defer opened.Close()
	data, err := io.ReadAll(io.LimitReader(b.reader(opened), most+1))
	if err != nil {
		return nil, failureOf(member(b.name, name), err, Damaged, "cannot be unpacked")
	}
	if int64(len(data)) > most {
		return nil, Failure(TooLarge, member(b.name, name), nil, "is larger than %s", Size(most))
	}
	return data, nil
}

func (b *book) parse(name string, into any) error {
	data, err := b.read(name, maxContents)
	if err != nil {
		return err
	}
	decoder := xml.NewDecoder(BoundXML(bytes.NewReader(data)))
	decoder.Strict = false
	decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	if err := decoder.Decode(into); err != nil {
		return failureOf(member(b.name, name), err, Damaged, "is not whole")
	}
	return nil
}

// readTitles takes the titles of chapters from a table of contents: links in a page, or
// navPoint elements with a label and a content.
func (b *book) readTitles(name string) {
	data, err := b.read(name, maxContents)
	if err != nil {
		return // the chapters can be read without
	}
	within := path.Dir(name)
	var href, label string
	for tokens := html.NewTokenizer(bytes.NewReader(data)); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			token := tokens.Token() // in lower case
			switch token.Data {
			case "a":
				href, label = attribute(token, "href"), ""
			case "navpoint", "navlabel":
				label = ""
			case "content":
				b.setTitle(within, attribute(token, "src"), label)
			}
		case html.TextToken:
			if len(label) < longestLabel {
				label += string(tokens.Text())
			}
		case html.EndTagToken:
			if token := tokens.Token(); token.Data == "a" {
				b.setTitle(within, href, label)
			}
		}
	}
}

func (b *book) setTitle(within, href, label string) {
	href, _, _ = strings.Cut(href, "#")
	if plain, err := url.PathUnescape(href); err == nil {
		href = plain
	}
	name := path.Join(within, href)
	if label = strings.Join(strings.Fields(label), " "); href != "" && b.titles[name] == "" {
		b.titles[name] = html.UnescapeString(label)
	}
}

func attribute(token html.Token, name string) string {
	for _, a := range token.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// madeBy are programs that write themselves down as the publisher.
var madeBy = regexp.MustCompile(`(?i)^(?:calibre|sigil|pandoc|unknown|none|instapaper|pocket|kobo|smashwords)\b`)

// chapter gives one chapter. It reports whether it has text.
func (b *book) chapter(file string, pack *bookPackage) bool {
	name := member(b.name, file)
	data, err := b.read(file, b.maxBytes())
	if err != nil {
		b.walk.fail(failureOf(name, err, Damaged, "cannot be unpacked"))
		return false
	}
	if bytes.Contains(data[:min(len(data), headBytes)], []byte{0}) {
		b.walk.fail(Failure(Locked, name, nil, "is encrypted"))
		return false
	}
	data = closedAtOnce.ReplaceAll(data, []byte("<$1$2></$1>"))
	if words := wordsIn(data); words < fewWords {
		b.pass(name, fmt.Sprintf("has only %d words", words))
		return false
	}
	known := Known{Title: b.titles[file], Language: strings.TrimSpace(pack.Language)}
	kind := graph.SourceDocument
	if publisher := plainTitle(pack.Publisher); publisher != "" && !madeBy.MatchString(publisher) {
		known.Publisher, kind = publisher, graph.SourceNews
	}
	b.give(Item{Name: name, Format: "fragment", Body: bytes.NewReader(data), Size: int64(len(data)), Known: known, Kind: kind})
	return true
}

// closedAtOnce matches elements that XHTML can close at once, and HTML cannot.
var closedAtOnce = regexp.MustCompile(`(?i)<(script|style|title|iframe|noscript|textarea|a|div|span|p)(\s[^<>]*)?/>`)

// wordsIn counts the words that a page shows.
func wordsIn(page []byte) int {
	words, silent := 0, 0
	for tokens := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			return words
		case html.StartTagToken:
			if name, _ := tokens.TagName(); isSilent(name) {
				silent++
			}
		case html.EndTagToken:
			if name, _ := tokens.TagName(); isSilent(name) {
				silent = max(0, silent-1)
			}
		case html.TextToken:
			if silent == 0 {
				words += len(bytes.Fields(tokens.Text()))
			}
		}
	}
}

func isSilent(name []byte) bool {
	return string(name) == "head" || string(name) == "style" || string(name) == "script"
}
