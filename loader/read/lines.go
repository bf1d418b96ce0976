package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

// line is one line of a source, tidied, and what it was found to be.
type line struct {
	passage
	// apart is true where an empty line stands before it.
	apart bool
	// raw is the line as it was saved, trimmed.
	raw  string
	kind kind
	// post is the day of the embedded post that the line ends; zero for others.
	post graph.Date
	// running is true for running text, see isProse.
	running bool
}

// kind is what a line is. The zero kind is not known yet, and in the end kept.
type kind int

const (
	unknown kind = iota
	// caption is a full sentence under a picture.
	caption
	// headline is the title, or a repetition of it.
	headline
	// byline names who wrote it, dateLine the day; both are kept out of the text.
	byline
	dateLine
	// furniture is whatever else is no part of the article.
	furniture
)

func (l *line) kept() bool { return l.kind <= caption }

// splitLines cuts a source into its lines that are not empty, tidied. Lines
// that were wrapped at a fixed width are joined to paragraphs again.
func splitLines(source string) []line {
	physical := physicalLines(source)
	if isWrapped(physical) {
		physical = unwrap(physical)
	}
	var lines []line
	apart := false
	for _, p := range physical {
		raw := strings.TrimSpace(p.text)
		if raw == "" {
			apart = true
			continue
		}
		tidied := tidy(p)
		lines = append(lines, line{passage: tidied, apart: apart, raw: raw, running: isProse(tidied.text)})
		apart = false
	}
	return lines
}

// physicalLines cuts at line feeds, carriage returns and the Unicode line ends.
func physicalLines(source string) []passage {
	var lines []passage
	at := 0
	for len(source) > 0 {
		end := strings.IndexFunc(source, isLineEnd)
		if end < 0 {
			end = len(source)
		}
		p := passageOf(source[:end], at)
		lines = append(lines, p)
		at += p.segments[0].End
		source = source[end:]
		if source == "" {
			break
		}
		_, size := utf8.DecodeRuneInString(source)
		if strings.HasPrefix(source, "\r\n") {
			size = 2
			at++
		}
		source = source[size:]
		at++
	}
	return lines
}

func isLineEnd(r rune) bool {
	return r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// Text wrapped at a fixed width has lines of these lengths, in code points,
// within its paragraphs.
const (
	minWrapped = 50
	maxWrapped = 100
	// fewLines are too few to tell.
	fewLines = 5
)

// isWrapped reports whether lines end where a fixed width ran out: most lines that
// another follows directly are of about one length and stop in mid-sentence.
func isWrapped(lines []passage) bool {
	inner, wrapped := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		this, next := strings.TrimSpace(lines[i].text), strings.TrimSpace(lines[i+1].text)
		if this == "" || next == "" {
			continue
		}
		inner++
		if n := utf8.RuneCountInString(this); n >= minWrapped && n <= maxWrapped && !endsSentence(this) {
			wrapped++
		}
	}
	return wrapped >= fewLines && wrapped*10 >= inner*6
}

// unwrap joins lines in mid-paragraph to the next, with a space for the line end.
func unwrap(lines []passage) []passage {
	var joined []passage
	var paragraph []passage
	flush := func() {
		if len(paragraph) > 0 {
			joined = append(joined, join(paragraph))
			paragraph = nil
		}
	}
	for _, p := range lines {
		text := strings.TrimSpace(p.text)
		if text == "" {
			flush()
			joined = append(joined, p)
			continue
		}
		paragraph = append(paragraph, p)
		if utf8.RuneCountInString(text) < minWrapped {
			flush()
		}
	}
	flush()
	return joined
}

// join puts a space, which stands for the line end, between lines.
func join(lines []passage) passage {
	var out builder
	for i, p := range lines {
		if i > 0 {
			out.space(" ")
		}
		p = p.trimmed()
		out.keep(p, p.text, 0, utf8.RuneCountInString(p.text))
	}
	return passage{out.text.String(), out.segments}
}

// endsSentence is true where text ends with a full stop, question or exclamation
// mark, before closing quotes and brackets.
func endsSentence(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`"'”’»)]`, r)
	})
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…。！？", last) && text != ""
}
