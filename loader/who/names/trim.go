package names

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// trimming corrects the ends of the names that the model proposes.
type trimming struct{ *clues }

// trim corrects the ends of a model's name: articles, titles, verbs, possessives
// and stray words at its ends are not part of it.
func (p trimming) trim(entity language.Entity) language.Entity {
	for entity.Start < entity.End && p.strayFirst(entity) {
		entity.Start++
	}
	for i := entity.Start; i < entity.End; i++ {
		if strings.Contains(p.parse.Tokens[i].Text, "\n") {
			entity.End = i
		}
	}
	for entity.Start < entity.End && p.strayLast(entity) {
		entity.End--
	}
	return entity
}

// strayFirst reports whether the first word of a name is not part of it.
func (p trimming) strayFirst(entity language.Entity) bool {
	token := p.parse.Tokens[entity.Start]
	switch {
	case token.POS == "PUNCT", token.POS == "SPACE", token.Tag == "POS", isArticle(token.Text):
		return true
	case entity.Label != "PERSON":
		return p.strayBeforeBody(entity)
	case entity.Len() == 1:
		return false
	}
	return p.strayBeforePerson(entity)
}

func isArticle(word string) bool {
	switch strings.ToLower(word) {
	case "the", "a", "an":
		return true
	}
	return false
}

// strayBeforeBody reports whether the first word of a body's or place's name is not
// part of it: "visiting Kellby" at a sentence's start.
func (p trimming) strayBeforeBody(entity language.Entity) bool {
	token := p.parse.Tokens[entity.Start]
	if token.Tag == "VBG" && entity.Len() > 1 && p.sentenceStart(entity.Start) {
		return true
	}
	return entity.Label != "ORG" && vocabulary.IsLower(token.Text) && p.parse.Lower(entity.Start) != "al"
}

// strayBeforePerson reports whether the first word of a person's name is not part of
// it.
func (p trimming) strayBeforePerson(entity language.Entity) bool {
	token, lower := p.parse.Tokens[entity.Start], p.parse.Lower(entity.Start)
	switch {
	case p.words.IsHonorific(token.Text):
		return true
	case vocabulary.IsParticle(token.Text):
		return false
	case vocabulary.IsLower(token.Text), p.words.Offices[lower] != nil, noNames[token.Text], p.affiliationFirst(entity):
		return true
	case p.words.IsGiven(token.Text):
		return false
	}
	if p.isRoleBefore(entity) || p.isAcronymBefore(entity) || p.isParticipleBefore(entity) {
		return true
	}
	// "Following Macron": a word that has its capital from its place alone.
	return p.sentenceStart(entity.Start) && (!grammar.IsProperNoun(p.parse, entity.Start) || p.common[lower])
}

// isRoleBefore reports whether a person's name begins with a noun of people or the end of a
// participle, and goes on with a first name: "Comedian Ana Silva", "Citing Ana Silva".
func (p trimming) isRoleBefore(entity language.Entity) bool {
	if entity.Len() < 3 || !p.words.IsGiven(p.parse.Tokens[entity.Start+1].Text) {
		return false
	}
	lower := p.parse.Lower(entity.Start)
	return p.words.People[lower] || p.words.IsOfficeNoun(lower) || p.sentenceStart(entity.Start) && p.parse.Tag(entity.Start) == "VBG"
}

// isAcronymBefore reports whether a person's name of three words or more begins with the
// acronym of a body: "CPEC Hassan Daud".
func (p trimming) isAcronymBefore(entity language.Entity) bool {
	first, second := p.parse.Tokens[entity.Start].Text, p.parse.Tokens[entity.Start+1].Text
	return entity.Len() > 2 && isShortAcronym(first) && !vocabulary.IsAcronym(second) && (p.words.IsGiven(second) || memberships[first])
}

// memberships are acronyms that stand before the name of a member of a body: "MK Otto Lim".
var memberships = lexicon.Class("membership")

// isParticipleBefore reports whether a person's name begins with a participle that opens the
// sentence, before a name that stands elsewhere too: "Underlining Silva's role".
func (p trimming) isParticipleBefore(entity language.Entity) bool {
	return entity.Len() == 2 && strings.HasSuffix(p.parse.Lower(entity.Start), "ing") && p.sentenceStart(entity.Start) && p.capitalizedElsewhere(entity.Start+1)
}

// affiliationFirst reports whether a person's name begins with whose the person is:
// "Ukrainian Zelensky", "Kremlin Dmitry Peskov".
func (p trimming) affiliationFirst(entity language.Entity) bool {
	e, end := p.lexiconName(entity.Start)
	if e == nil || e.Weak || end >= entity.End {
		return false
	}
	return e.Use == vocabulary.UseAdjective || e.Use == vocabulary.UseSeat || e.Use == vocabulary.UseOrganization
}

// strayLast reports whether the last word of a name is not part of it.
func (p trimming) strayLast(entity language.Entity) bool {
	token := p.parse.Tokens[entity.End-1]
	switch {
	case token.POS == "PUNCT" && token.Text != ")", token.POS == "SPACE", token.Tag == "POS", token.Text == "’s", token.Text == "'s":
		return true
	case entity.Label != "PERSON":
		return false
	case vocabulary.IsLower(token.Text) && !vocabulary.IsParticle(token.Text):
		return true
	case entity.Len() == 1:
		return false
	}
	return p.words.NotInName(token.Text) || token.Tag == "VBZ" || token.Tag == "VBD" || token.Tag == "RB" || bylineWords[token.Text]
}
