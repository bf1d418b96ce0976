package read

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"dateline/graph"

	"golang.org/x/text/language"
)

// metadata is what is told of an article beside its text.
type metadata struct {
	ID, Title, Publisher, Byline, URL, Language string
	Published                                   graph.Date
	PublishedFrom                               string
}

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

// field is a part of an article that records and front matter give by name.
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

// fieldNames are the names under which exports of all sorts give a field, best
// first, in lower case without "_", "-" and spaces.
var fieldNames = [fields][]string{
	fieldID:        {"id", "externalid", "guid", "uuid", "articleid", "docid"},
	fieldTitle:     {"title", "headline", "heading"},
	fieldPublisher: {"publisher", "sitename", "publication", "outlet", "newspaper", "sourcename", "source", "site", "provider", "sourcedomain"},
	fieldByline:    {"byline", "author", "authors", "creator", "writer", "by"},
	fieldURL:       {"url", "canonicalurl", "canonical", "link", "permalink", "sourceurl", "originalurl", "articleurl", "href"},
	fieldLanguage:  {"language", "lang", "inlanguage", "languagecode"},
	fieldPublished: {"published", "datepublished", "publishedat", "publisheddate", "publisheddatetime", "publishdate", "publicationdate", "pubdate", "firstpublished", "firstpublishedat", "date", "datetime", "webpublicationdate", "timestamp"},
	fieldText:      {"text", "articletext", "articlebody", "fulltext", "maintext", "bodytext", "plaintext", "body", "content", "contenttext", "article", "textcontent"},
	fieldHTML:      {"html", "contenthtml", "rawhtml", "bodyhtml", "htmlcontent"},
}

func foldKey(key string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "", ":", "").Replace(key))
}

// record is a JSON object or YAML mapping that describes one article.
type record map[string]any

// folded has the record's keys folded. Of two keys that fold to one, the smaller
// as written counts, so that the outcome does not depend on the map's order.
func (r record) folded() record {
	out := make(record, len(r))
	written := make(map[string]string, len(r))
	for key, value := range r {
		k := foldKey(key)
		if other, taken := written[k]; taken && other < key {
			continue
		}
		out[k], written[k] = value, key
	}
	return out
}

// get returns the first filled value of a field; the record is folded.
func (r record) get(f field) string {
	for _, name := range fieldNames[f] {
		if value := strings.TrimSpace(plain(r[name])); value != "" {
			return value
		}
	}
	return ""
}

// plain returns a value as text: the name of an object, the items of a list
// joined by commas.
func plain(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1e15 {
			return strconv.FormatInt(int64(v), 10)
		}
		return strconv.FormatFloat(v, 'g', -1, 64)
	case int:
		return strconv.Itoa(v)
	case fmt.Stringer:
		if t, ok := value.(time.Time); ok {
			return t.Format(time.RFC3339)
		}
		return v.String()
	case record:
		return plain(map[string]any(v))
	case map[string]any:
		folded := record(v).folded()
		for _, name := range []string{"name", "title", "value", "text", "html", "href", "url"} {
			if inner, ok := folded[name].(string); ok && inner != "" {
				return inner
			}
		}
	case []any:
		var parts []string
		for _, item := range v {
			if part := strings.TrimSpace(plain(item)); part != "" {
				parts = append(parts, part)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}

// metadataOf reads the metadata of a record and tells what in it is unusable.
func metadataOf(r record) (metadata, []string) {
	r = r.folded()
	m := metadata{
		ID:        oneLine(r.get(fieldID)),
		Title:     oneLine(r.get(fieldTitle)),
		Publisher: oneLine(r.get(fieldPublisher)),
		Byline:    oneLine(r.get(fieldByline)),
		URL:       r.get(fieldURL),
	}
	m, warnings := m.bounded()
	if isURL(m.Publisher) {
		m.URL, m.Publisher = first(m.URL, m.Publisher), ""
	}
	if m.URL != "" && !isURL(m.URL) {
		warnings = append(warnings, fmt.Sprintf("url: %q is none", short(m.URL)))
		m.URL = ""
	}
	if credit, ok := readByline(m.Byline); ok && credit.authors != "" {
		m.Byline = credit.authors
	}
	if given, _ := boundedField("language", r.get(fieldLanguage)); given != "" {
		tag, err := language.Parse(given)
		if err == nil {
			m.Language = tag.String()
		} else {
			warnings = append(warnings, fmt.Sprintf("language: %q is no BCP 47 tag", short(given)))
		}
	}
	if given, _ := boundedField("published", r.get(fieldPublished)); given != "" {
		day, ok := givenDay(given)
		if ok {
			m.Published, m.PublishedFrom = day, fromMetadata
		} else {
			warnings = append(warnings, fmt.Sprintf("published: %q is no day", short(given)))
		}
	}
	return m, warnings
}

// oneLine sets a value on one line, without invisible characters.
func oneLine(text string) string {
	p := passageOf(strings.Join(strings.Fields(text), " "), 0)
	return strings.TrimSpace(p.edited(invisible(p.text)).text)
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
