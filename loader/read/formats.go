package read

import (
	"bytes"
	"path"
	"strings"

	"dateline/loader/document"
)

// format is a kind of file that articles are saved in.
type format struct {
	// name is used in Options.Format and in messages, what explains it in lists.
	name, what string
	// extensions of its files, in lower case, with the dot.
	extensions []string
	// looksLike recognizes the format by its first bytes, if the extension is
	// unknown; nil if that is impossible.
	looksLike func(head []byte) bool
	// holdsOne is true if a file is one article, so that its size is the article's.
	holdsOne bool
	// binary is true if the bytes are not text.
	binary bool
	// illustrated is true if most of a file can be pictures, so that it can be larger than
	// an article.
	illustrated bool
	// read calls yield with the articles of a file, in order, until it returns
	// false.
	read func(file file, yield func(Item) bool)
}

// formats are all formats that can be read. To add one, write its reader and add a
// row. If the extension is unknown, the first row that the file looks like applies;
// plain text, which has no marks, is last.
var formats = []format{
	{name: "jsonl", what: "JSON lines, an article each", extensions: []string{".jsonl", ".ndjson", ".jsonlines"}, looksLike: looksLikeJSONLines, read: readJSONLines},
	{name: "json", what: "one article or a list of them; ninjs", extensions: []string{".json"}, looksLike: looksLikeJSON, read: readJSON},
	{name: "newsml", what: "NewsML-G2, NewsML 1 and NITF, as agencies send articles", extensions: []string{".xml", ".newsml", ".nitf"}, looksLike: looksLikeNews, read: readXML},
	{name: "html", what: "a web page, or an export of Factiva, Nexis or ProQuest", extensions: []string{".html", ".htm", ".xhtml", ".shtml"}, looksLike: looksLikeHTML, holdsOne: true, read: readPage},
	{name: "csv", what: "a table, an article in each row", extensions: []string{".csv", ".tsv"}, read: readCSV},
	{name: "xlsx", what: "a spreadsheet, an article in each row", extensions: []string{".xlsx", ".xlsm"}, holdsOne: true, binary: true, read: readSheet},
	{name: "pdf", what: "PDF, with the pages of quotes", extensions: []string{".pdf"}, looksLike: startsWith("%PDF-"), holdsOne: true, binary: true, illustrated: true, read: readDocument(readPDF)},
	{name: "docx", what: "a document of Word, or an export of Nexis or Factiva", extensions: []string{".docx", ".docm"}, looksLike: looksLikeOffice("word/"), holdsOne: true, binary: true, illustrated: true, read: readDocument(document.DOCX)},
	{name: "odt", what: "a document of LibreOffice", extensions: []string{".odt", ".ott"}, looksLike: looksLikeOffice("mimetypeapplication/vnd.oasis.opendocument.text"), holdsOne: true, binary: true, illustrated: true, read: readDocument(document.ODT)},
	{name: "rtf", what: "Rich Text Format, also as Nexis and Factiva export it", extensions: []string{".rtf"}, looksLike: startsWith(`{\rtf`), holdsOne: true, binary: true, illustrated: true, read: readDocument(document.RTF)},
	{name: fragment, what: "HTML that is the article and nothing else", holdsOne: true, read: readMarkup(readFragment)},
	{name: "text", what: "plain text, Markdown with front matter, or an export of Factiva, Nexis or ProQuest (also RIS)", extensions: []string{".txt", ".text", ".md", ".markdown", ".mdown", ".ris"}, holdsOne: true, read: readTextFile},
}

// fragment is the format of texts in feeds and mails.
const fragment = "fragment"

// Listed is one format, for lists.
type Listed struct {
	Name, What string
	Extensions []string
}

// Formats lists the formats that are read.
func Formats() []Listed {
	var all []Listed
	for _, f := range formats {
		all = append(all, Listed{f.name, f.what, f.extensions})
	}
	return all
}

// FormatNames lists the values of Options.Format.
func FormatNames() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

func formatNamed(name string) (format, bool) {
	for _, f := range formats {
		if f.name == name {
			return f, true
		}
	}
	return format{}, false
}

func formatOfExtension(name string) (format, bool) {
	extension := extensionOf(name)
	for _, f := range formats {
		for _, e := range f.extensions {
			if e == extension {
				return f, true
			}
		}
	}
	return format{}, false
}

// formatOfHead recognizes a format by the first bytes; plain text if no other does.
func formatOfHead(head []byte) format {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, bomUTF8))
	for _, f := range formats {
		if f.looksLike != nil && f.looksLike(head) {
			return f
		}
	}
	return formats[len(formats)-1]
}

// maxPictures is how many times larger than an article a file with pictures can be.
const maxPictures = 4

// limit returns the most bytes of a file, or of an article of it, where an article can have
// most.
func (f format) limit(most int64) int64 {
	if f.illustrated {
		return most * maxPictures
	}
	return most
}

// binaryFormatOfHead recognizes a format that is not text by its first bytes, whatever the
// file is called.
func binaryFormatOfHead(head []byte) (format, bool) {
	for _, f := range formats {
		if f.binary && f.looksLike != nil && f.looksLike(head) {
			return f, true
		}
	}
	return format{}, false
}

func startsWith(magic string) func([]byte) bool {
	return func(head []byte) bool { return bytes.HasPrefix(head, []byte(magic)) }
}

// looksLikeOffice recognizes a ZIP archive by a name near its beginning.
func looksLikeOffice(name string) func([]byte) bool {
	return func(head []byte) bool {
		return bytes.HasPrefix(head, []byte("PK\x03\x04")) && bytes.Contains(head, []byte(name))
	}
}

// extensionOf returns the extension of a file's name in lower case, with the dot.
func extensionOf(name string) string { return strings.ToLower(path.Ext(name)) }
