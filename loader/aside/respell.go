package aside

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// elided is a name whose next part begins with a small particle that lost its vowel:
// "Massimo d'Alba", "Luc de l'Orme".
var elided = regexp.MustCompile(`\p{Lu}\p{L}+ (?:de )?(?:d|l|dell|dall)['’]\p{Lu}\p{Ll}`)

// Respell returns a text as the parser knows texts better, with as many code points:
// capitals for elided particles, and small letters for lines in capitals.
func Respell(text string) string {
	text = elided.ReplaceAllStringFunc(text, capitalElision)
	if !hasCapitals(text) {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if inCapitals(line) {
			lines[i] = smallLetters(line)
		}
	}
	return strings.Join(lines, "")
}

// capitalElision returns a name with capitals at its particles, and straight apostrophes. Names of places keep
// theirs.
func capitalElision(name string) string {
	first, particles, _ := strings.Cut(name, " ")
	if cities[strings.ToLower(first)] || notBeforeElision[first] {
		return name
	}
	parts := strings.Split(particles, " ")
	for i, part := range parts {
		r, size := utf8.DecodeRuneInString(part)
		parts[i] = string(unicode.ToUpper(r)) + part[size:]
	}
	return first + " " + strings.ReplaceAll(strings.Join(parts, " "), "’", "'")
}

// hasCapitals reports whether some line of a text can be in capitals, at less cost.
func hasCapitals(text string) bool {
	run := 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			run++
		case unicode.IsLower(r), r == '\n':
			run = 0
		}
		if run >= minCapitals {
			return true
		}
	}
	return false
}

// A line in capitals has so many of them and so many words, so that it is no acronym or
// dateline. Judgement.
const (
	minCapitals     = 12
	minCapitalWords = 4
)

// inCapitals reports whether a line has no small letters and is long enough for a
// sentence.
func inCapitals(line string) bool {
	capitals := 0
	for _, r := range line {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			capitals++
		}
	}
	return capitals >= minCapitals && len(strings.Fields(line)) >= minCapitalWords
}
