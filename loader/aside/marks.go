package aside

import (
	"regexp"
	"strings"
)

// single is a quotation in single marks, as British papers write them: it begins with a capital
// at the start of a line or behind a space, and ends as a sentence or clause does. An apostrophe
// within it has a letter behind it.
var single = regexp.MustCompile(`(^|[ (—–])(['‘])(\p{Lu}[^“”"\n]*?[,.!?…])(['’])($|[ ,;:.)—–])`)

// doubleMarks returns a text with double marks around quotations in single ones, as the parser
// and the rules know them. A line that has double marks keeps its single ones, which then stand
// within a quotation.
func doubleMarks(text string) string {
	if !strings.ContainsAny(text, "'‘") {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if !strings.ContainsAny(line, "“”\"") {
			lines[i] = single.ReplaceAllString(line, "$1“$3”$5")
		}
	}
	return strings.Join(lines, "")
}
