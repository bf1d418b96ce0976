package aside

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/lexicon"
)

// elided is a name whose next part begins with a small particle that lost its vowel:
// "Massimo d'Alba", "Luc de l'Orme".
var elided = regexp.MustCompile(`\p{Lu}\p{L}+ (?:de )?(?:d|l|dell|dall)['’]\p{Lu}\p{Ll}`)

// Respell returns a text as the parser knows texts better, with as many code points:
// capitals for the particles of names, and small letters for lines in capitals.
func Respell(text string) string {
	text = elided.ReplaceAllStringFunc(text, capitalElision)
	text = doubleMarks(text)
	text = opening.ReplaceAllStringFunc(text, smallOpening)
	text = tied.ReplaceAllStringFunc(text, capitalParticles)
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

// tied is a name whose parts small particles tie together, "Liv van der Berg", "Nur binti
// Samad", or a surname that begins with some, "met van der Berg".
var tied = regexp.MustCompile(`(?:\p{Lu}[\p{L}'’-]*)?\p{Ll}(?: (?:` + strings.Join(slices.Sorted(maps.Keys(tying)), "|") + `))+ \p{Lu}`)

// opening is a participle that opens a sentence before a name and that the parser takes for a
// part of the name: "Meeting Lund in Oslo, Silva said".
var opening = regexp.MustCompile(`(?:^|\n|[.!?]["”’]? )(?:` + strings.Join(slices.Sorted(maps.Keys(openings)), "|") + `) \p{Lu}`)

// openings are such participles, with a capital.
var openings = lexicon.Map(func() map[string]bool {
	found := map[string]bool{}
	for word := range lexicon.Class("opening-participle") {
		found[capitalized(word)] = true
	}
	return found
})

// smallOpening returns the end of a sentence and the participle after it with a small letter.
func smallOpening(text string) string {
	start := strings.IndexFunc(text, unicode.IsUpper)
	r, size := utf8.DecodeRuneInString(text[start:])
	return text[:start] + string(unicode.ToLower(r)) + text[start+size:]
}

// tying are the particles that the parser knows better with a capital.
var tying = lexicon.Particles(lexicon.Parse)

// capitalParticles returns a name with capitals at its particles. Names of places keep
// theirs, and so does what a word that is no name begins: "The de Silva report".
func capitalParticles(name string) string {
	parts := strings.Split(name, " ")
	if lower := strings.ToLower(parts[0]); cities[lower] || startsUpper(name) && stopWords[lower] {
		return name
	}
	for i := 1; i < len(parts); i++ {
		parts[i] = capitalized(parts[i])
	}
	return strings.Join(parts, " ")
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
