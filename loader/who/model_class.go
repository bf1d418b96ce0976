package who

import (
	"strings"

	"dateline/loader/language"
)

// classOf returns the class of a model's name that the lexicon does not know.
func (p *proposals) classOf(entity language.Entity) class {
	if p.isOutlet(entity.Span) {
		return classOrganization
	}
	switch last := p.parse.Lower(entity.End - 1); entity.Label {
	case "PERSON":
		if p.namesBody(entity.Span) {
			return classOrganization
		}
		return classPerson
	case "ORG", "GPE":
		if p.text.looksLikePerson(entity.Span) {
			return classPerson
		}
		if entity.Label == "ORG" {
			return classOrganization
		}
	case "FAC":
		if p.words.bodies[last] && !placeWords[last] {
			return classOrganization
		}
	}
	return classPlace
}

// isOutlet reports whether a name is a newspaper's or broadcaster's: "the Orlando
// Sentinel".
func (p *proposals) isOutlet(span language.Span) bool {
	return length(span) > 1 && span.Start > 0 && outletNames[p.parse.Lower(span.End-1)] && p.parse.Lower(span.Start-1) == "the"
}

// namesBody reports whether what the model takes for a person is a body's name.
func (p *proposals) namesBody(span language.Span) bool {
	last := p.parse.Lower(span.End - 1)
	if p.words.bodies[last] || organizationWords[last] || isDomain(last) {
		return true
	}
	return length(span) == 1 && (isShortAcronym(p.parse.Tokens[span.Start].Text) || p.text.followsBody(span.Start))
}

// isShortAcronym reports whether a word is an acronym of the length that those of
// bodies have.
func isShortAcronym(word string) bool {
	return isAcronym(word) && len(word) >= 3 && len(word) <= 5 && !strings.Contains(word, "-")
}

// followsBody reports whether the noun of a body or business stands before a name:
// "health regulator X".
func (t *text) followsBody(i int) bool {
	if i == 0 {
		return false
	}
	before := t.parse.Tokens[i-1]
	return before.Tag == "NN" && isLower(before.Text) && (t.words.bodies[strings.ToLower(before.Text)] || businessNouns[before.Text])
}

// looksLikePerson reports whether two or three words that the model takes for a
// body or place begin with a first name and end in no noun of bodies or places.
func (t *text) looksLikePerson(span language.Span) bool {
	if size := t.wordsOf(span); size < 2 || size > 3 || !t.words.isGiven(t.parse.Tokens[span.Start].Text) {
		return false
	}
	last := t.parse.Lower(span.End - 1)
	if t.words.bodies[last] || organizationWords[last] || placeWords[last] || bodyHeads[last] || placeHeads[last] {
		return false
	}
	for i := span.Start; i < span.End; i++ {
		if !t.nameWord(i) && t.parse.Tokens[i].Text != "-" {
			return false
		}
	}
	return true
}

// wordsOf returns the number of words in span, of which "Anne-Marie" is one.
func (t *text) wordsOf(span language.Span) int {
	size := length(span)
	for i := span.Start + 1; i+1 < span.End; i++ {
		if t.parse.Tokens[i].Text == "-" && !t.parse.Tokens[i].Space && !t.parse.Tokens[i-1].Space {
			size -= 2
		}
	}
	return size
}
