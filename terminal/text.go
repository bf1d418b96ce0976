package terminal

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/bidi"
)

// Plain returns a text on one line, without control characters and without marks that turn
// the direction of what follows.
func Plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || isDirection(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Join(strings.Fields(text), " ")
}

// isDirection reports whether a character embeds, overrides or isolates a direction.
func isDirection(r rune) bool {
	return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// Width returns how many columns a text takes.
func Width(text string) int { return uniseg.StringWidth(text) }

// Wrap breaks a plain text into lines of at most width columns, at spaces and, where a
// word is longer, between characters. Web addresses stay whole, so that they can be copied.
// A width of 0 means that nothing is broken.
func Wrap(text string, width int) []string {
	if width <= 0 || Width(text) <= width {
		return []string{text}
	}
	var lines []string
	var line strings.Builder
	used := 0
	end := func() {
		if used > 0 {
			lines = append(lines, line.String())
		}
		line.Reset()
		used = 0
	}
	for _, word := range strings.Fields(text) {
		columns := Width(word)
		if used > 0 && used+1+columns > width {
			end()
		}
		if columns > width && !isAddress(word) {
			pieces := broken(word, width)
			lines = append(lines, pieces[:len(pieces)-1]...)
			word = pieces[len(pieces)-1]
			columns = Width(word)
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += columns
	}
	end()
	return lines
}

func isAddress(word string) bool {
	return strings.HasPrefix(word, "http://") || strings.HasPrefix(word, "https://")
}

// broken breaks a word between characters as people see them.
func broken(word string, width int) []string {
	var pieces []string
	var piece strings.Builder
	used, state := 0, -1
	for len(word) > 0 {
		var cluster string
		var columns int
		cluster, word, columns, state = uniseg.FirstGraphemeClusterInString(word, state)
		if used > 0 && used+columns > width {
			pieces = append(pieces, piece.String())
			piece.Reset()
			used = 0
		}
		piece.WriteString(cluster)
		used += columns
	}
	return append(pieces, piece.String())
}

// Direction is the way in which a text is written.
type Direction int

// The directions.
const (
	LeftToRight Direction = iota
	RightToLeft
)

// DirectionOf returns the direction of the first letter that has one.
func DirectionOf(text string) Direction {
	for _, r := range text {
		switch classOf(r) {
		case bidi.L:
			return LeftToRight
		case bidi.R, bidi.AL:
			return RightToLeft
		}
	}
	return LeftToRight
}

// Isolated returns a line of a text in the direction of the whole, so that words from right
// to left do not reorder what stands around them (Unicode Standard Annex #9). A line without
// such words is returned as it is.
func Isolated(line string, direction Direction) string {
	const leftToRight, rightToLeft, end = "\u2066", "\u2067", "\u2069"
	if !strings.ContainsFunc(line, isRightToLeft) {
		return line
	}
	if direction == RightToLeft {
		return rightToLeft + line + end
	}
	return leftToRight + line + end
}

func isRightToLeft(r rune) bool {
	class := classOf(r)
	return class == bidi.R || class == bidi.AL
}

func classOf(r rune) bidi.Class {
	properties, _ := bidi.LookupRune(r)
	return properties.Class()
}
