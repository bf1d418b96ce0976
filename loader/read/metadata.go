package read

import (
	"fmt"
	"strings"

	"dateline/loader/source"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// metadata is what is known about an article besides its text.
type metadata source.Known

// or fills what m lacks from other.
func (m metadata) or(other metadata) metadata {
	m.ID = first(m.ID, other.ID)
	m.Title = first(m.Title, other.Title)
	m.Publisher = first(m.Publisher, other.Publisher)
	m.Byline = first(m.Byline, other.Byline)
	m.URL = first(m.URL, other.URL)
	m.Language = first(m.Language, other.Language)
	if m.Published.IsZero() {
		m.Published, m.PublishedFrom = other.Published, other.PublishedFrom
	}
	return m
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// field is a part of an article that records and front matter name.
type field int

const (
	fieldID field = iota
	fieldTitle
	fieldPublisher
	fieldByline
	fieldURL
	fieldLanguage
	fieldPublished
	fieldText
	fieldHTML
	fields
)

// fieldNames are the names that exports of all kinds use for a field, best first, in
// lower case without "_", "-" and spaces.
var fieldNames = [fields][]string{
	fieldID:    {"id", "externalid", "guid", "uuid", "articleid", "docid", "storiesid"},
	fieldTitle: {"title", "headline", "heading", "webtitle"},
	fieldPublisher: {
		"publisher", "sitename", "publication", "outlet", "newspaper", "sourcename", "medianame", "sourcehostname", "source", "site",
		"provider", "sourcedomain", "hostname",
	},
	fieldByline: {"byline", "author", "authors", "creator", "writer", "by"},
	fieldURL: {
		"url", "canonicalurl", "canonical", "link", "permalink", "sourceurl", "originalurl", "articleurl", "weburl", "href",
	},
	fieldLanguage: {"language", "lang", "inlanguage", "languagecode"},
	fieldPublished: {
		"published", "datepublished", "datepublish", "datetimepub", "publishedat", "publisheddate", "publisheddatetime", "publishdate",
		"publicationdate", "pubdate", "firstpublished", "firstpublishedat", "date", "datetime", "webpublicationdate",
		"timestamp",
	},
	fieldText: {
		"text", "articletext", "articlebody", "fulltext", "maintext", "bodytext", "plaintext", "body", "content",
		"contenttext", "article", "textcontent", "storytext",
	},
	fieldHTML: {"html", "contenthtml", "rawhtml", "bodyhtml", "htmlcontent"},
}

func foldKey(key string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "", ":", "").Replace(key))
}

// metadataOf reads the metadata of a record, with a warning for each value that is
// unusable.
func metadataOf(r record) (metadata, []string) {
	r = r.folded()
	m, warnings := metadata{
		ID: r.get(fieldID), Title: r.get(fieldTitle), Publisher: r.get(fieldPublisher), Byline: r.get(fieldByline),
		URL: r.get(fieldURL), Language: r.get(fieldLanguage),
	}.checked()
	if given, _ := boundedField("published", r.get(fieldPublished)); given != "" {
		day, ok := givenDay(given)
		if ok {
			m.Published, m.PublishedFrom = day, fromMetadata
		} else {
			warnings = append(warnings, fmt.Sprintf("published: %q is not a date", short(given)))
		}
	}
	return m, warnings
}

// checked returns metadata from outside on one line and within the limits, with a
// warning for each value that is unusable.
func (m metadata) checked() (metadata, []string) {
	m.ID, m.Title, m.Publisher, m.Byline = oneLine(m.ID), oneLine(m.Title), oneLine(m.Publisher), oneLine(m.Byline)
	m, warnings := m.bounded()
	if isURL(m.Publisher) {
		m.URL, m.Publisher = first(m.URL, m.Publisher), ""
	}
	if m.URL != "" && !isURL(m.URL) {
		warnings = append(warnings, fmt.Sprintf("url: %q is not a web address", short(m.URL)))
		m.URL = ""
	}
	m.Byline = noteLinks.Replace(m.Byline)
	if credit, ok := readByline(m.Byline); ok && credit.authors != "" {
		m.Byline = credit.authors
	}
	if given, _ := boundedField("language", m.Language); given != "" {
		tag, err := language.Parse(given)
		if err == nil {
			m.Language = tag.String()
		} else {
			m.Language = ""
			warnings = append(warnings, fmt.Sprintf("language: %q is not a BCP 47 tag", short(given)))
		}
	}
	return m, warnings
}

// noteLinks drops the brackets in which notes link to each other.
var noteLinks = strings.NewReplacer("[[", "", "]]", "")

// oneLine returns a value on one line, without invisible characters.
func oneLine(text string) string {
	p := passageOf(strings.Join(strings.Fields(text), " "), 0)
	return norm.NFC.String(strings.TrimSpace(p.edited(invisible(p.text)).text))
}

// short cuts a value for a message.
func short(text string) string {
	const most = 60
	runes := []rune(text)
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
