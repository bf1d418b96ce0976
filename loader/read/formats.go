package read

import (
	"bytes"
	"path"
	"strings"
)

// format is one way in which articles are kept in a file.
type format struct {
	// name is what Options.Format and messages call it.
	name string
	// extensions are those of its files, in lower case with the point.
	extensions []string
	// looksLike tells it by its first bytes, where no extension does; nil where
	// nothing tells.
	looksLike func(head []byte) bool
	// holdsOne is true where a file is one article, so that its size is the article's.
	holdsOne bool
	// read gives the articles of a file to yield, in their order, until yield is false.
	read func(file file, yield func(Item) bool)
}

// formats are all that are read. To add one, write its reader and add its row.
// Where no extension tells, the first that looks like it is taken, so that plain
// text, which looks like nothing, comes last.
var formats = []format{
	{"jsonl", []string{".jsonl", ".ndjson", ".jsonlines"}, looksLikeJSONLines, false, readJSONLines},
	{"json", []string{".json"}, looksLikeJSON, false, readJSON},
	{"html", []string{".html", ".htm", ".xhtml", ".shtml"}, looksLikeHTML, true, readWhole(readHTML)},
	{"text", []string{".txt", ".text", ".md", ".markdown", ".mdown"}, nil, true, readWhole(readText)},
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
	extension := strings.ToLower(path.Ext(name))
	for _, f := range formats {
		for _, e := range f.extensions {
			if e == extension {
				return f, true
			}
		}
	}
	return format{}, false
}

// formatOfHead tells a format by the first bytes; plain text where nothing tells.
func formatOfHead(head []byte) format {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, bomUTF8))
	for _, f := range formats {
		if f.looksLike != nil && f.looksLike(head) {
			return f
		}
	}
	return formats[len(formats)-1]
}
