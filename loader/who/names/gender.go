package names

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// GenderBefore returns the gender that the title before a name shows: "Mrs.".
func (t *Text) GenderBefore(span language.Span) vocabulary.Gender {
	if span.Start == 0 || t.Parse.Tokens[span.Start-1].POS == "PRON" {
		return vocabulary.UnknownGender
	}
	text := t.Parse.Tokens[span.Start-1].Text
	if g, ok := t.Words.Honorifics[text]; ok && g != vocabulary.UnknownGender {
		return g
	}
	return vocabulary.GenderOfNoun(strings.ToLower(text))
}

// GenderAfter returns the gender that the next pronoun shows, where it follows in
// the same sentence with no other person between: "Clinton said that she".
func (t *Text) GenderAfter(span language.Span) vocabulary.Gender {
	for i := span.End; i < t.Parse.SentenceOf(span.Start).End; i++ {
		if name := t.NameAt(i); name != nil && name.Class == Person {
			return vocabulary.UnknownGender
		}
		if grammar.IsThirdPerson(t.Parse, i) && !grammar.IsIt(t.Parse, i) {
			return vocabulary.GenderOfNoun(t.Parse.Lower(i))
		}
	}
	return vocabulary.UnknownGender
}

// GenderOfName returns the gender of a full name's first name.
func (t *Text) GenderOfName(p *PersonName) vocabulary.Gender {
	if len(p.given) == 0 || p.FamilyFirst {
		return vocabulary.UnknownGender
	}
	first, _, _ := strings.Cut(p.Written, " ")
	return t.Words.Given[vocabulary.Capitalized(first)]
}
