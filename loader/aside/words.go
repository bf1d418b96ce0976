package aside

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/language"
)

func endsLine(token language.Token) bool { return strings.Contains(token.Text, "\n") }

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func startsLower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// written returns tokens as they are written, and for each where it ends there, in bytes.
func written(tokens []language.Token) (text string, ends []int) {
	var b strings.Builder
	for _, token := range tokens {
		b.WriteString(token.Text)
		ends = append(ends, b.Len())
		if token.Space {
			b.WriteByte(' ')
		}
	}
	return b.String(), ends
}
