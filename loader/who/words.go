package who

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// isGiven reports whether text is a first name, in capitals too.
func (v *vocabulary) isGiven(text string) bool {
	if _, ok := v.given[text]; ok {
		return true
	}
	if first, rest, hyphen := strings.Cut(text, "-"); hyphen {
		_, a := v.given[first]
		_, b := v.given[rest]
		return a && b || a && isLower(rest)
	}
	if len(text) > 3 && strings.ToUpper(text) == text {
		r, size := utf8.DecodeRuneInString(text)
		_, ok := v.given[string(r)+strings.ToLower(text[size:])]
		return ok
	}
	return false
}

// notInName reports whether a capitalized word is none of a person's name: a day,
// a month, an office.
func (v *vocabulary) notInName(text string) bool {
	switch text {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
		"July", "September", "October", "November", "December", "The", "This", "That", "In", "On", "At", "But", "And", "When", "After", "Before",
		"If", "As", "For", "He", "She", "It", "They", "We", "You", "His", "Her", "Their", "What", "Who", "Why", "How", "Photo", "PHOTO", "File", "FILE", "Files", "Illustration", "Image", "Read", "Slideshow",
		"Updated", "Related", "Reuters", "AFP", "AP":
		return true
	}
	return v.offices[strings.ToLower(text)] != nil
}

// isOfficeNoun reports whether a noun in lower case can be the head of a role.
func (v *vocabulary) isOfficeNoun(lower string) bool {
	return v.people[lower] || v.offices[lower] != nil || v.honorifics[capitalized(lower)] != genderUnknown && v.offices[lower] != nil
}

func startsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

func isLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// isAcronym reports whether text is two capitals or more: "ELN", "U.N.".
func isAcronym(text string) bool {
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

func isQuote(text string) bool {
	switch text {
	case "\"", "“", "”", "''", "``", "«", "»", "„":
		return true
	}
	return false
}

var (
	particles = lexicon.Particles(lexicon.Article)
	suffixes  = lexicon.Suffixes(lexicon.Article)
)

// isParticle reports whether a word or a hyphen ties a person's names together.
func isParticle(text string) bool { return text == "-" || particles[strings.ToLower(text)] }

// isSuffix reports whether a word after a surname is none of it: "Jr.", "III".
func isSuffix(text string) bool { return text == "," || suffixes[strings.TrimSuffix(text, ".")] }

// abstractEnding reports whether a word has an ending of abstract nouns.
func abstractEnding(lower string) bool {
	for _, ending := range []string{"tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship"} {
		if strings.HasSuffix(lower, ending) && len(lower) > len(ending)+3 {
			return true
		}
	}
	return false
}

func hasLetter(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 127 })
}

// capitalized returns a word with one capital.
func capitalized(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return strings.ToUpper(string(r)) + strings.ToLower(word[size:])
}

func upperFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// titleCase writes an office with capitals: "Minister of Defense".
func titleCase(words string) string {
	parts := strings.Fields(words)
	for i, word := range parts {
		if i > 0 && (word == "of" || word == "for" || word == "the" || word == "and") {
			continue
		}
		parts[i] = upperFirst(word)
	}
	return strings.Join(parts, " ")
}

func length(s language.Span) int { return s.End - s.Start }

func partnerPreposition(text string) bool {
	switch text {
	case "with", "to", "by":
		return true
	}
	return false
}
