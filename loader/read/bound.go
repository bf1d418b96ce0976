package read

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits of one article, which keep it from taking more than two seconds from
// its bytes to its reports. The longest newspaper features have half of them.
// Anything beyond is left out with a warning.
const (
	maxText   = 100_000 // code points of an article's text
	maxSigns  = 20_000  // words and punctuation marks of an article
	maxSource = 400_000 // bytes of a plain text, with everything saved around the article
	maxField  = 1_000   // code points of a title, a name and the like
)

// boundedSource cuts a plain text that is too long after the last line that fits.
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
	return source[:cut], []string{fmt.Sprintf("only the first %d of %d bytes were read, the limit for one text", cut, len(source))}
}

// boundedText cuts an article's text that is too long: after the last paragraph that
// fits or, if that would lose half of it, after the last word.
func boundedText(text string, origin Origin) (string, Origin, []string) {
	bytes := boundOf(text)
	if bytes == len(text) {
		return text, origin, nil
	}
	whole := utf8.RuneCountInString(text)
	kept := strings.TrimRightFunc(text[:lastBreak(text[:bytes])], unicode.IsSpace)
	runes := utf8.RuneCountInString(kept)
	warning := fmt.Sprintf("only the first %d of %d code points were read: the limit for an article is %d, and %d words and punctuation marks",
		runes, whole, maxText, maxSigns)
	return kept, origin.until(runes), []string{warning}
}

// lastBreak returns the byte at which to cut a text that fills the limit.
func lastBreak(text string) int {
	if at := strings.LastIndexByte(text, '\n'); at > len(text)/2 {
		return at
	}
	if at := strings.LastIndexFunc(text, unicode.IsSpace); at > len(text)/2 {
		return at
	}
	return len(text)
}

// boundOf returns how many bytes of a text are within the limits. A word is a run of
// letters or of digits, and every other character counts by itself, so that hardly
// any text has more tokens than words and marks.
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

// until returns the origin of the code points before end.
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

// boundedField cuts the value of a field if it is too long.
func boundedField(name, value string) (string, []string) {
	if len(value) <= maxField || utf8.RuneCountInString(value) <= maxField {
		return value, nil
	}
	head := value[:min(len(value), maxField*utf8.UTFMax)] // saves decoding all of a very long one
	kept := strings.TrimSpace(string([]rune(head)[:maxField]))
	return kept, []string{fmt.Sprintf("%s: only the first %d code points were kept", name, maxField)}
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
