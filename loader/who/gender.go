package who

import (
	"strings"
	"unicode/utf8"

	"dateline/loader/language"
)

// genderBefore returns the gender that the title before a name tells: "Mrs.".
func (c *Cast) genderBefore(span language.Span) gender {
	if span.Start == 0 || c.doc.Tokens[span.Start-1].POS == "PRON" {
		return genderUnknown
	}
	text := c.doc.Tokens[span.Start-1].Text
	if g, ok := c.words.honorifics[text]; ok && g != genderUnknown {
		return g
	}
	return genderOfNoun(strings.ToLower(text))
}

// genderOfName returns the gender of a full name's first name.
func (c *Cast) genderOfName(p *personName) gender {
	if len(p.given) == 0 || p.familyFirst {
		return genderUnknown
	}
	first, _, _ := strings.Cut(p.written, " ")
	return c.words.given[capitalized(first)]
}

// capitalized returns a word with one capital.
func capitalized(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return strings.ToUpper(string(r)) + strings.ToLower(word[size:])
}

// genderOfNoun returns the gender that a noun of people tells.
func genderOfNoun(lower string) gender {
	switch lower {
	case "he", "him", "his", "himself", "king", "prince", "father", "son", "brother", "husband", "uncle", "nephew", "widower", "emperor", "sultan", "emir", "pope", "pontiff", "monsignor", "sir", "boy", "man", "dad", "boyfriend", "grandfather", "grandson":
		return genderMale
	case "she", "her", "hers", "herself", "queen", "princess", "mother", "daughter", "sister", "wife", "aunt", "niece", "widow", "empress", "actress", "girl", "woman", "mom", "mum", "girlfriend", "grandmother", "granddaughter", "nun":
		return genderFemale
	}
	if len(lower) > 5 {
		switch {
		case strings.HasSuffix(lower, "woman"):
			return genderFemale
		case strings.HasSuffix(lower, "man") && lower != "german" && lower != "ottoman" && lower != "roman" && lower != "norman" && lower != "chairman" && lower != "spokesman":
			return genderMale
		case lower == "chairman" || lower == "spokesman":
			return genderMale
		}
	}
	return genderUnknown
}
