package read

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is read of one article is bounded, so that none takes more than two
// seconds from its bytes to its reports. The longest features of newspapers have
// half of it. What lies beyond is left out with a warning.
const (
	maxText   = 100_000 // code points of an article's text
	maxSigns  = 20_000  // its words and marks
	maxSource = 400_000 // bytes of a plain text, with all that is saved around the article
	maxField  = 1_000   // code points of a title, a name and the like
)

// boundedSource cuts a plain text that is too long after its last whole line.
func boundedSource(source string) (string, []string) {
	if len(source) <= maxSource {
		return source, nil
	}
	cut := maxSource
	if line := strings.LastIndexByte(source[:cut], '\n'); line > 0 {
		cut = line + 1
	}
	for !utf8.RuneStart(source[cut]) {
		cut--
	}
	return source[:cut], []string{fmt.Sprintf("only the first %d of %d bytes are read, the most for one text", cut, len(source))}
}

// boundedText cuts an article's text that is too long: after its last whole
// paragraph, or, where that would cost half of it, its last word.
func boundedText(text string, origin Origin) (string, Origin, []string) {
	bytes := boundOf(text)
	if bytes == len(text) {
		return text, origin, nil
	}
	whole := utf8.RuneCountInString(text)
	kept := strings.TrimRightFunc(text[:lastBreak(text[:bytes])], unicode.IsSpace)
	runes := utf8.RuneCountInString(kept)
	warning := fmt.Sprintf("only the first %d of %d code points are read: an article has at most %d, and %d words and marks", runes, whole, maxText, maxSigns)
	return kept, origin.until(runes), []string{warning}
}

// lastBreak returns the byte at which to cut the text that there is room for.
func lastBreak(text string) int {
	if at := strings.LastIndexByte(text, '\n'); at > len(text)/2 {
		return at
	}
	if at := strings.LastIndexFunc(text, unicode.IsSpace); at > len(text)/2 {
		return at
	}
	return len(text)
}

// boundOf tells how many bytes of a text are within the bounds.
// A word is a run of letters or one of digits, and each other sign counts by
// itself, so that hardly a text has more tokens than words and marks.
func boundOf(text string) int {
	const space, letter, digit, mark = 0, 1, 2, 3
	runes, signs, last := 0, 0, space
	for i, r := range text {
		kind := mark
		switch {
		case unicode.IsSpace(r):
			kind = space
		case unicode.IsLetter(r) || unicode.IsMark(r):
			kind = letter
		case unicode.IsDigit(r):
			kind = digit
		}
		if kind == mark || kind != space && kind != last {
			signs++
		}
		if signs > maxSigns || runes == maxText {
			return i
		}
		last = kind
		runes++
	}
	return len(text)
}

// until keeps what an origin tells of the code points before the end.
func (o Origin) until(end int) Origin {
	for i, s := range o {
		if s.End <= end {
			continue
		}
		if s.Start >= end {
			return o[:i:i]
		}
		if s.End-s.Start == s.SourceEnd-s.SourceStart {
			s.SourceEnd -= s.End - end
		}
		s.End = end
		return append(o[:i:i], s)
	}
	return o
}

// boundedField cuts the value of a field that is too long for one.
func boundedField(name, value string) (string, []string) {
	if len(value) <= maxField || utf8.RuneCountInString(value) <= maxField {
		return value, nil
	}
	return strings.TrimSpace(string([]rune(value[:min(len(value), maxField*utf8.UTFMax)])[:maxField])), []string{fmt.Sprintf("%s: only its first %d code points are kept", name, maxField)}
}

// bounded cuts the fields that are too long.
func (m metadata) bounded() (metadata, []string) {
	var warnings []string
	for _, field := range []struct {
		name  string
		value *string
	}{{"id", &m.ID}, {"title", &m.Title}, {"publisher", &m.Publisher}, {"byline", &m.Byline}, {"url", &m.URL}} {
		value, warning := boundedField(field.name, *field.value)
		*field.value = value
		warnings = append(warnings, warning...)
	}
	return m, warnings
}
