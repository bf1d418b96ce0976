package who

import (
	"strings"

	"dateline/loader/language"
)

// trim corrects the ends of a model's name: articles, titles, verbs, possessives
// and stray words at its ends are not part of it.
func (p *proposals) trim(entity language.Entity) language.Entity {
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
func (p *proposals) strayFirst(entity language.Entity) bool {
	token := p.parse.Tokens[entity.Start]
	switch {
	case token.POS == "PUNCT", token.POS == "SPACE", token.Tag == "POS", isArticle(token.Text):
		return true
	case entity.Label != "PERSON":
		return p.strayBeforeBody(entity)
	case length(entity.Span) == 1:
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
func (p *proposals) strayBeforeBody(entity language.Entity) bool {
	token := p.parse.Tokens[entity.Start]
	if token.Tag == "VBG" && length(entity.Span) > 1 && p.text.sentenceStart(entity.Start) {
		return true
	}
	return entity.Label != "ORG" && isLower(token.Text) && p.parse.Lower(entity.Start) != "al"
}

// strayBeforePerson reports whether the first word of a person's name is not part of
// it.
func (p *proposals) strayBeforePerson(entity language.Entity) bool {
	token, lower := p.parse.Tokens[entity.Start], p.parse.Lower(entity.Start)
	switch {
	case p.words.isHonorific(token.Text):
		return true
	case isParticle(token.Text):
		return false
	case isLower(token.Text), p.words.offices[lower] != nil, p.affiliationFirst(entity):
		return true
	case p.words.isGiven(token.Text):
		return false
	}
	// "Following Macron": a word that has its capital from its place alone.
	return p.text.sentenceStart(entity.Start) && (!isProperTag(token.Tag) || p.text.common[lower])
}

// affiliationFirst reports whether a person's name begins with whose the person is:
// "Ukrainian Zelensky", "Kremlin Dmitry Peskov".
func (p *proposals) affiliationFirst(entity language.Entity) bool {
	e, end := p.text.lexiconName(entity.Start)
	if e == nil || e.weak || end >= entity.End {
		return false
	}
	return e.use == useAdjective || e.use == useSeat || e.use == useOrganization
}

// strayLast reports whether the last word of a name is not part of it.
func (p *proposals) strayLast(entity language.Entity) bool {
	token := p.parse.Tokens[entity.End-1]
	switch {
	case token.POS == "PUNCT" && token.Text != ")", token.POS == "SPACE", token.Tag == "POS", token.Text == "’s", token.Text == "'s":
		return true
	case entity.Label != "PERSON":
		return false
	case isLower(token.Text) && !isParticle(token.Text):
		return true
	case length(entity.Span) == 1:
		return false
	}
	return p.words.notInName(token.Text) || token.Tag == "VBZ" || token.Tag == "VBD" || bylineWords[token.Text]
}
