package read

import (
	"bytes"
	"path"
	"strings"
)

// format is a kind of file that articles are saved in.
type format struct {
	// name is used in Options.Format and in messages.
	name string
	// extensions of its files, in lower case, with the dot.
	extensions []string
	// looksLike recognizes the format by its first bytes, if the extension is
	// unknown; nil if that is impossible.
	looksLike func(head []byte) bool
	// holdsOne is true if a file is one article, so that its size is the article's.
	holdsOne bool
	// read calls yield with the articles of a file, in order, until it returns
	// false.
	read func(file file, yield func(Item) bool)
}

// formats are all formats that can be read. To add one, write its reader and add a
// row. If the extension is unknown, the first row that the file looks like applies;
// plain text, which has no marks, is last.
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
