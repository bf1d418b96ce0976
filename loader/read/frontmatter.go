package read

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// maxFrontMatter is longer than any front matter that people write, in bytes.
const maxFrontMatter = 64 << 10

// frontMatter reads the YAML between two lines of three hyphens at the top of a
// text, and returns the byte at which the rest begins. A text that only begins with
// a line of hyphens has no front matter.
func frontMatter(name, source string) (body int, r record, err error) {
	rest, found := strings.CutPrefix(source, "---\n")
	if !found {
		rest, found = strings.CutPrefix(source, "---\r\n")
	}
	if !found {
		return 0, nil, nil
	}
	head := rest[:min(len(rest), maxFrontMatter)]
	end := strings.Index("\n"+head, "\n---")
	if end < 0 {
		return 0, nil, nil
	}
	if err := yaml.Unmarshal([]byte(rest[:end]), &r); err != nil {
		if !strings.Contains(rest[:end], ":") {
			return 0, nil, nil
		}
		return 0, nil, failure(BadMetadata, name, err, "has front matter that is not valid YAML")
	}
	if r == nil {
		return 0, nil, nil
	}
	after := rest[end+len("---"):]
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
