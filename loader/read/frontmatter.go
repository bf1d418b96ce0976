package read

import (
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"go.yaml.in/yaml/v3"
)

// maxFrontMatter is longer than any front matter that people write, in bytes.
const maxFrontMatter = 64 << 10

// fence is the line before and after front matter of one kind.
type fence struct {
	line, name string
	// sign is in every front matter of this kind.
	sign  string
	parse func(text string, r *record) error
}

var fences = []fence{
	{"---", "YAML", ":", func(text string, r *record) error { return yaml.Unmarshal([]byte(text), r) }},
	{"+++", "TOML", "=", func(text string, r *record) error { return toml.Unmarshal([]byte(text), (*map[string]any)(r)) }},
}

// frontMatter reads the YAML between two lines of three hyphens at the top of a text, or the
// TOML between two lines of three plus signs, and returns the byte at which the rest begins.
// A text that only begins with such a line has no front matter.
func frontMatter(name, source string) (body int, r record, err error) {
	for _, f := range fences {
		rest, found := strings.CutPrefix(source, f.line+"\n")
		if !found {
			rest, found = strings.CutPrefix(source, f.line+"\r\n")
		}
		if found {
			return f.read(name, source, rest)
		}
	}
	return 0, nil, nil
}

// read reads front matter whose first line has been cut off.
func (f fence) read(name, source, rest string) (body int, r record, err error) {
	head := rest[:min(len(rest), maxFrontMatter)]
	end := strings.Index("\n"+head, "\n"+f.line)
	if end < 0 {
		return 0, nil, nil
	}
	if err := f.parse(rest[:end], &r); err != nil {
		if !strings.Contains(rest[:end], f.sign) {
			return 0, nil, nil
		}
		return 0, nil, failure(BadMetadata, name, err, "has front matter that is not valid %s", f.name)
	}
	if r == nil {
		return 0, nil, nil
	}
	after := rest[end+len(f.line):]
	line := strings.IndexByte(after, '\n')
	if line < 0 {
		line = len(after)
	}
	return len(source) - len(after) + line, r, nil
}

// blank replaces each character before byte body with a line end, so that offsets
// stay the same.
func blank(source string, body int) string {
	if body == 0 {
		return source
	}
	return strings.Repeat("\n", utf8.RuneCountInString(source[:body])) + source[body:]
}
