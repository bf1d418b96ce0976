package who

import (
	"strings"

	"dateline/loader/language"
)

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

// sameGender reports whether nothing tells two genders apart.
func sameGender(a, b gender) bool {
	return a == b || a == genderUnknown || b == genderUnknown
}

// genderBefore returns the gender that the title before a name tells: "Mrs.".
func (n *namedText) genderBefore(span language.Span) gender {
	if span.Start == 0 || n.parse.Tokens[span.Start-1].POS == "PRON" {
		return genderUnknown
	}
	text := n.parse.Tokens[span.Start-1].Text
	if g, ok := n.words.honorifics[text]; ok && g != genderUnknown {
		return g
	}
	return genderOfNoun(strings.ToLower(text))
}

// genderAfter returns the gender that the next pronoun tells, where it follows in
// the same sentence with no other person between: "Clinton said that she".
func (n *namedText) genderAfter(span language.Span) gender {
	for i := span.End; i < n.parse.SentenceOf(span.Start).End; i++ {
		if index := n.at[i]; index >= 0 && n.list[index].class == classPerson {
			return genderUnknown
		}
		token := n.parse.Tokens[i]
		if isPronoun(token) && !isThing(token) {
			return genderOfNoun(strings.ToLower(token.Text))
		}
	}
	return genderUnknown
}

// genderOfName returns the gender of a full name's first name.
func (n *namedText) genderOfName(p *personName) gender {
	if len(p.given) == 0 || p.familyFirst {
		return genderUnknown
	}
	first, _, _ := strings.Cut(p.written, " ")
	return n.words.given[capitalized(first)]
}

// isPronoun reports whether a token is a pronoun of the third person.
func isPronoun(token language.Token) bool {
	switch strings.ToLower(token.Text) {
	case "he", "she", "him", "her", "his", "hers", "himself", "herself", "it", "its", "itself":
		return token.Tag == "PRP" || token.Tag == "PRP$"
	}
	return false
}

func isThing(token language.Token) bool {
	return strings.HasPrefix(strings.ToLower(token.Text), "it")
}
