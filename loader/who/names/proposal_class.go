package names

import (
	"strings"

	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// classification says what the names are of that the model proposes.
type classification struct{ *clues }

// classOf returns the class of a model's name that the lexicon does not know.
func (p classification) classOf(entity language.Entity) Class {
	if p.isOutlet(entity.Span) {
		return Organization
	}
	switch last := p.parse.Lower(entity.End - 1); entity.Label {
	case "PERSON":
		if p.namesBody(entity.Span) {
			return Organization
		}
		if entity.Len() > 1 && placeWords[last] && !p.words.IsGiven(p.parse.Tokens[entity.Start].Text) {
			return Place
		}
		return Person
	case "ORG", "GPE":
		if p.looksLikePerson(entity.Span) {
			return Person
		}
		if entity.Label == "ORG" {
			return Organization
		}
	case "FAC":
		if p.words.Bodies[last] && !placeWords[last] {
			return Organization
		}
	}
	return Place
}

// isOutlet reports whether a name is a newspaper's or broadcaster's: "the Orlando
// Sentinel".
func (p classification) isOutlet(span language.Span) bool {
	return span.Len() > 1 && span.Start > 0 && vocabulary.OutletNames[p.parse.Lower(span.End-1)] && p.parse.Lower(span.Start-1) == "the"
}

// namesBody reports whether what the model takes for a person is a body's name.
func (p classification) namesBody(span language.Span) bool {
	last := p.parse.Lower(span.End - 1)
	if p.words.Bodies[last] || organizationWords[last] || vocabulary.IsDomain(last) {
		return true
	}
	if span.Len() > 1 && bodyHeads[last] && !p.words.IsGiven(p.parse.Tokens[span.Start].Text) {
		return true // "Columbia Law School"
	}
	if span.Len() == 2 && isShortAcronym(p.parse.Tokens[span.Start].Text) && !vocabulary.IsAcronym(p.parse.Tokens[span.Start+1].Text) {
		return true // "FCI Loretto"
	}
	if span.Len() > 1 {
		return p.followsBusiness(span.Start) && !p.words.IsGiven(p.parse.Tokens[span.Start].Text)
	}
	return span.Len() == 1 && (isShortAcronym(p.parse.Tokens[span.Start].Text) || p.followsBody(span.Start))
}

// The acronyms of bodies have three to five letters: shorter ones are mostly of places and
// units, longer ones words in capitals. Judgement.
const (
	minAcronym = 3
	maxAcronym = 5
)

// isShortAcronym reports whether a word is an acronym of the length that those of
// bodies have.
func isShortAcronym(word string) bool {
	return vocabulary.IsAcronym(word) && len(word) >= minAcronym && len(word) <= maxAcronym && !strings.Contains(word, "-")
}

// followsBusiness reports whether the noun of a business stands before a name: "news
// channel X".
func (p classification) followsBusiness(i int) bool {
	return i > 0 && p.parse.Tokens[i-1].Tag == "NN" && businessNouns[p.parse.Tokens[i-1].Text]
}

// followsBody reports whether the noun of a body or business stands before a name:
// "health regulator X".
func (c *clues) followsBody(i int) bool {
	if i == 0 {
		return false
	}
	before := c.parse.Tokens[i-1]
	return before.Tag == "NN" && vocabulary.IsLower(before.Text) && (c.words.Bodies[strings.ToLower(before.Text)] || businessNouns[before.Text])
}

// looksLikePerson reports whether two or three words that the model takes for a
// body or place begin with a first name and end in no noun of bodies or places.
func (c *clues) looksLikePerson(span language.Span) bool {
	if size := c.wordsOf(span); size < 2 || size > 3 || !c.words.IsGiven(c.parse.Tokens[span.Start].Text) {
		return false
	}
	last := c.parse.Lower(span.End - 1)
	if c.words.Bodies[last] || organizationWords[last] || placeWords[last] || bodyHeads[last] || placeHeads[last] {
		return false
	}
	for i := span.Start; i < span.End; i++ {
		if !c.nameWord(i) && c.parse.Tokens[i].Text != "-" {
			return false
		}
	}
	return true
}

// wordsOf returns the number of words in span, of which "Anne-Marie" is one.
func (c *clues) wordsOf(span language.Span) int {
	size := span.Len()
	for i := span.Start + 1; i+1 < span.End; i++ {
		if c.parse.Tokens[i].Text == "-" && !c.parse.Tokens[i].Space && !c.parse.Tokens[i-1].Space {
			size -= 2
		}
	}
	return size
}
