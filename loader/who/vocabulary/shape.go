package vocabulary

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// StartsUpper reports whether a word begins with a capital.
func StartsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// IsLower reports whether a word begins with a small letter.
func IsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// IsAcronym reports whether text is two capitals or more: "ELN", "U.N.".
func IsAcronym(text string) bool {
	letters := 0
	for _, r := range text {
		switch {
		case r >= 'A' && r <= 'Z':
			letters++
		case r != '.' && r != '&' && r != '-':
			return false
		}
	}
	return letters >= 2
}

// HasLetter reports whether a text has a letter.
func HasLetter(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 127 })
}

// minStem is how many letters a word has before an ending: "nation" has none. Judgement.
const minStem = 3

// HasAbstractEnding reports whether a word has an ending of abstract nouns.
func HasAbstractEnding(lower string) bool {
	for _, ending := range []string{"tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship"} {
		if strings.HasSuffix(lower, ending) && len(lower) > len(ending)+minStem {
			return true
		}
	}
	return false
}

// Capitalized returns a word with one capital.
func Capitalized(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return strings.ToUpper(string(r)) + strings.ToLower(word[size:])
}

// UpperFirst returns a text with a capital at its start.
func UpperFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// TitleCase writes an office with capitals: "Minister of Defense".
func TitleCase(words string) string {
	parts := strings.Fields(words)
	for i, word := range parts {
		if i > 0 && (word == "of" || word == "for" || word == "the" || word == "and") {
			continue
		}
		parts[i] = UpperFirst(word)
	}
	return strings.Join(parts, " ")
}
