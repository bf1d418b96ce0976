package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

// line is one line of a source, tidied, with its kind.
type line struct {
	passage
	// apart is true if an empty line is before it.
	apart bool
	// raw is the line as it was saved, trimmed.
	raw  string
	kind kind
	// post is the day of the embedded post that ends with the line; zero if none
	// does.
	post graph.Date
	// running is true for running text; see isProse.
	running bool
}

// kind is the part of a page that a line belongs to. Lines that are still unknown at
// the end are kept.
type kind int

const (
	unknown kind = iota
	// caption is a full sentence under a picture.
	caption
	// headline is the title or a repetition of it.
	headline
	// byline names the author and dateLine the day; neither is part of the text.
	byline
	dateLine
	// furniture is everything else that is not part of the article.
	furniture
)

func (l *line) kept() bool { return l.kind <= caption }

// splitLines returns the lines of a source that are not empty, tidied. Lines that
// were wrapped at a fixed width are joined into paragraphs.
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

// physicalLines splits a source at line feeds, carriage returns and Unicode line
// ends.
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

// The length, in code points, of lines within the paragraphs of a wrapped text.
const (
	minWrapped = 50
	maxWrapped = 100
	// fewLines is the number of lines below which a text is not taken for wrapped.
	fewLines = 5
)

// isWrapped reports whether lines were wrapped at a fixed width: most lines that
// another follows directly have about the same length and end in mid-sentence.
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

// unwrap joins the lines of each paragraph, with a space for each line end.
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

// join joins lines with a space for each line end.
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

// endsSentence reports whether a text ends with a full stop, question mark or
// exclamation mark, possibly followed by closing quotes and brackets.
func endsSentence(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`"'”’»)]`, r)
	})
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…。！？", last) && text != ""
}
