package who

import (
	"strings"

	"dateline/loader/language"
)

// classOf returns the class of a model's name that the lexicon does not know.
func (m *model) classOf(entity language.Entity) class {
	last := strings.ToLower(m.doc.Tokens[entity.End-1].Text)
	if length(entity.Span) > 1 && outletNames[last] && entity.Start > 0 && strings.ToLower(m.doc.Tokens[entity.Start-1].Text) == "the" {
		return classOrganization // "the Orlando Sentinel"
	}
	switch entity.Label {
	case "PERSON":
		if m.words.bodies[last] || organizationWords[last] || isDomain(last) {
			return classOrganization
		}
		if length(entity.Span) == 1 && m.text.looksLikeBody(entity.Start) {
			return classOrganization
		}
		return classPerson
	case "ORG", "GPE":
		if m.text.looksLikePerson(entity.Span) {
			return classPerson
		}
		if entity.Label == "ORG" {
			return classOrganization
		}
	case "FAC":
		if m.words.bodies[last] && !placeWords[last] {
			return classOrganization
		}
	}
	return classPlace
}

// looksLikeBody reports whether a single word that the model takes for a person is
// a body's name: an acronym, or a name after a body's noun, "health regulator X".
func (t *text) looksLikeBody(i int) bool {
	text := t.doc.Tokens[i].Text
	if isAcronym(text) && len(text) >= 3 && len(text) <= 5 && !strings.ContainsAny(text, "-") {
		return true
	}
	if i == 0 {
		return false
	}
	before := t.doc.Tokens[i-1]
	return isLower(before.Text) && (t.words.bodies[strings.ToLower(before.Text)] || businessNouns[before.Text]) && before.Tag == "NN"
}

// looksLikePerson reports whether two or three words that the model takes for a
// body or place begin with a first name and end in no noun of bodies or places.
func (t *text) looksLikePerson(span language.Span) bool {
	size := length(span)
	for i := span.Start + 1; i+1 < span.End; i++ {
		if t.doc.Tokens[i].Text == "-" && !t.doc.Tokens[i].Space && !t.doc.Tokens[i-1].Space {
			size -= 2 // "Anne-Marie" is one word
		}
	}
	if size < 2 || size > 3 || !t.words.isGiven(t.doc.Tokens[span.Start].Text) {
		return false
	}
	last := strings.ToLower(t.doc.Tokens[span.End-1].Text)
	if t.words.bodies[last] || organizationWords[last] || placeWords[last] || bodyHeads[last] || placeHeads[last] {
		return false
	}
	for i := span.Start; i < span.End; i++ {
		if !t.nameWord(i) && t.doc.Tokens[i].Text != "-" {
			return false
		}
	}
	return true
}
