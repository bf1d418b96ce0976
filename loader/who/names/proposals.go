package names

import (
	"slices"
	"strings"

	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// proposals is the names that the language model proposes, with those parted that it
// runs together.
type proposals struct {
	*clues
	trimming
	plausibility
	classification
	entities []language.Entity
}

func newProposals(c *clues) *proposals {
	p, parting := &proposals{clues: c, trimming: trimming{c}, plausibility: plausibility{c}, classification: classification{c}}, parting{c}
	for _, entity := range c.parse.Entities {
		switch entity.Label {
		case "PERSON", "ORG", "GPE", "LOC", "FAC":
			p.entities = append(p.entities, parting.part(parting.afterOffice(parting.afterPortfolio(entity)))...)
		}
	}
	return p
}

// proposedNames claims the language model's names of a label that have at least so
// many tokens, after correction of their ends and class.
func (f *finder) proposedNames(label string, atLeast int) {
	for _, entity := range f.proposals.entities {
		if entity.Label != label {
			continue
		}
		entity = f.proposals.trim(entity)
		if entity.Len() < atLeast || !f.free(entity.Span) || !f.proposals.plausible(entity) {
			continue
		}
		f.claim(entity.Span, f.proposals.classOf(entity), nil)
	}
}

// at returns the model's name that covers a token, whether of somebody or of
// something.
func (p *proposals) at(token int) (language.Entity, bool) {
	for _, entity := range p.entities {
		if entity.Start <= token && token < entity.End {
			return entity, true
		}
	}
	if index := p.parse.Tokens[token].Entity; index >= 0 {
		return p.parse.Entities[index], isThingLabel(p.parse.Entities[index].Label)
	}
	return language.Entity{}, false
}

// isThingLabel reports whether the model's label is one of named things that are
// nobody and no place.
func isThingLabel(label string) bool {
	return slices.Contains([]string{"WORK_OF_ART", "LAW", "EVENT", "PRODUCT"}, label)
}

// parting parts names that the model runs together.
type parting struct{ *clues }

// afterPortfolio returns the person alone where the model joined to the name what an
// office is of: "Secretary of Defense Jane Doe".
func (p parting) afterPortfolio(entity language.Entity) language.Entity {
	first := entity.Start
	if first < 2 || p.parse.Tokens[first-1].Tag != "IN" || !p.words.IsOfficeNoun(p.parse.Lower(first-2)) {
		return entity
	}
	for i := first; i < entity.End-2; i++ {
		name := language.Span{Start: i + 1, End: entity.End}
		if p.parse.Tokens[i].Dep == "pobj" && p.parse.Tokens[i].Head == first-1 && p.looksLikePerson(name) {
			return language.Entity{Span: name, Label: "PERSON"}
		}
	}
	return entity
}

// afterOffice returns the person alone where the model took an office with its holder's name
// for a body: "Chadian Security Advisor Ada Lim".
func (p parting) afterOffice(entity language.Entity) language.Entity {
	if entity.Label == "PERSON" {
		return entity
	}
	for i := entity.End - 3; i > entity.Start; i-- {
		if !p.words.IsOfficeNoun(p.parse.Lower(i)) || !vocabulary.StartsUpper(p.parse.Tokens[i].Text) {
			continue
		}
		name := language.Span{Start: i + 1, End: entity.End}
		if name.Len() <= maxTitledName && p.allBareNames(name) {
			return language.Entity{Span: name, Label: "PERSON"}
		}
	}
	return entity
}

// part returns the names that the model ran together: "REUTERS/Jane Doe", "Ferrari's
// Charles Leclerc", "Perdue and Loeffler".
func (p parting) part(entity language.Entity) []language.Entity {
	for i := entity.Start; i < entity.End; i++ {
		if p.partsAt(entity, i) {
			return p.partedAt(entity, i)
		}
	}
	return []language.Entity{entity}
}

// partedAt returns the names before and after token i, which is of neither.
func (p parting) partedAt(entity language.Entity, i int) []language.Entity {
	before, after := entity, entity
	before.End, after.Start = i, i+1
	if p.parse.Tokens[i].Text == "/" || p.parse.Tokens[i].Tag == "POS" {
		after.Label = p.labelAfter(after)
	}
	var found []language.Entity
	if before.Start < before.End {
		found = append(found, before)
	}
	if after.Start < after.End {
		found = append(found, p.part(after)...)
	}
	return found
}

var (
	// creditStarts begin the credit of a photo and no name.
	creditStarts = lexicon.Class("credit-start")
	// afterComma go with the name before their comma: "Norra, Inc.".
	afterComma = lexicon.Class("after-comma")
	// betweenNames stand between two names.
	betweenNames = lexicon.Class("between-names")
)

// labelAfter returns the label of a name after a slash or a possessor: a person's where
// a first name or a photo credit begins it.
func (p parting) labelAfter(part language.Entity) string {
	size := 0
	for i := part.Start; i < part.End && p.parse.Tokens[i].Text != "/"; i++ {
		size++
	}
	if size < 2 || size > 4 || creditStarts[p.parse.Tokens[part.Start].Text] {
		return part.Label
	}
	credit := p.parse.Tokens[part.Start-1].Text == "/" && !p.words.Bodies[p.parse.Lower(part.End-1)]
	if credit || p.words.IsGiven(p.parse.Tokens[part.Start].Text) {
		return "PERSON"
	}
	return part.Label
}

// partsAt reports whether two names meet at token i of a model's name.
func (p parting) partsAt(entity language.Entity, i int) bool {
	token := p.parse.Tokens[i]
	switch token.Text {
	case "/", "(", "|", ";", "•":
		return true
	case "-", "–", "—":
		return i > 0 && p.parse.Tokens[i-1].Space || p.isPair(entity) || p.joinsTwo(entity, i)
	case ",":
		return i == entity.Start+1 && i+1 < entity.End && !p.suffixAt(i+1)
	case "and", "or":
		return i == entity.Start+1 && entity.End == i+2 || p.isLexiconName(entity.Start, i) || p.isLexiconName(i+1, entity.End)
	}
	if i > entity.Start && i+1 < entity.End && (p.isContactVerb(i) || p.endsBefore(entity, i)) {
		return true
	}
	return betweenNames[token.Text] || strings.Contains(token.Text, "\n") || token.Tag == "POS" && p.possessorEnds(entity, i)
}

// endsBefore reports whether a person's name ends before a preposition, which only titles have:
// "Ana at Reckham Hall", but not "Prince of Norra".
func (p parting) endsBefore(entity language.Entity, i int) bool {
	if entity.Label != "PERSON" || !besidePlaces[p.parse.Lower(i)] && p.parse.Lower(i) != "of" || !vocabulary.IsLower(p.parse.Tokens[i].Text) {
		return false
	}
	before := p.parse.Tokens[i-1].Text
	return !vocabulary.IsParticle(p.parse.Lower(i)) && !p.words.IsHonorific(before) && !p.words.IsOfficeNoun(strings.ToLower(before))
}

// isContactVerb reports whether a word without a capital is a verb that joins two names to a
// sentence, though the model took all for one: "Norra phoned Reckham".
func (p parting) isContactVerb(i int) bool {
	return vocabulary.IsLower(p.parse.Tokens[i].Text) && contactVerbs[p.parse.Lemma(i)] != nil
}

// isPair reports whether a name of three tokens is of two who meet: "the Lincoln-Douglas
// debates".
func (p parting) isPair(entity language.Entity) bool {
	return entity.Len() == 3 && entity.End < len(p.parse.Tokens) && contactNouns[p.parse.Tokens[entity.End].Text]
}

// joinsTwo reports whether a hyphen joins the names of two people whom the model sees
// elsewhere: "a Lund-Silva call".
func (p parting) joinsTwo(entity language.Entity, i int) bool {
	return entity.Len() == 3 && i == entity.Start+1 && p.personElsewhere(entity.Start, i) && p.personElsewhere(i+1, entity.End)
}

// suffixAt reports whether token i goes with the name before its comma: "Jr.", "Inc".
func (p parting) suffixAt(i int) bool {
	word := p.parse.Tokens[i].Text
	return vocabulary.IsSuffix(word) || afterComma[word]
}

// possessorEnds reports whether the apostrophe at token i ends the name of a possessor,
// rather than stands in a body's name.
func (p parting) possessorEnds(entity language.Entity, i int) bool {
	if i == entity.Start || i+1 >= entity.End || owners[p.parse.Lower(i-1)] {
		return false
	}
	if entity.Label == "PERSON" || p.words.IsGiven(p.parse.Tokens[i+1].Text) || vocabulary.IsLower(p.parse.Tokens[i+1].Text) {
		return true
	}
	return p.isLexiconName(entity.Start, i) || p.personElsewhere(entity.Start, i)
}

// personElsewhere reports whether the model sees the tokens from start to end as a
// person elsewhere.
func (p parting) personElsewhere(start, end int) bool {
	form := p.fold(language.Span{Start: start, End: end})
	return slices.ContainsFunc(p.parse.Entities, func(other language.Entity) bool {
		return other.Label == "PERSON" && other.Start != start && strings.HasSuffix(p.fold(other.Span), form)
	})
}

// contactNouns follow the names of two: "the Lincoln-Douglas debates".
var contactNouns = lexicon.Class("after-two-names")

// businessNouns stand before names of companies and bodies.
var businessNouns = lexicon.Class("business")

// organizationWords end names of organizations.
var organizationWords = lexicon.Class("organization-end")

// placeWords end names of places that are buildings or grounds.
var placeWords = lexicon.Class("building-end")

// thingWords end names of things.
var thingWords = lexicon.Class("thing-end")

// bylineWords follow names in agency bylines: "by Jane Doe Editing by".
var bylineWords = lexicon.Class("byline-word")

// noNames are capitalized words that no name consists of.
var noNames = lexicon.Class("no-name")
