package who

import (
	"strings"

	"dateline/loader/language"
)

// trim corrects the ends of a model's name: articles, titles, verbs, possessives
// and stray words at its ends are no part of it.
func (m *model) trim(entity language.Entity) language.Entity {
	for entity.Start < entity.End && m.strayFirst(entity) {
		entity.Start++
	}
	for i := entity.Start; i < entity.End; i++ {
		if strings.Contains(m.doc.Tokens[i].Text, "\n") {
			entity.End = i
		}
	}
	for entity.Start < entity.End && m.strayLast(entity) {
		entity.End--
	}
	return entity
}

func (m *model) strayFirst(entity language.Entity) bool {
	token := m.doc.Tokens[entity.Start]
	lower := strings.ToLower(token.Text)
	if token.POS == "PUNCT" || token.POS == "SPACE" || token.Tag == "POS" || lower == "the" || lower == "a" || lower == "an" {
		return true
	}
	if entity.Label != "PERSON" {
		if token.Tag == "VBG" && m.text.sentenceStart(entity.Start) && length(entity.Span) > 1 {
			return true
		}
		return isLower(token.Text) && entity.Label != "ORG" && lower != "al"
	}
	if entity.End-entity.Start == 1 {
		return false
	}
	if _, honorific := m.words.honorifics[token.Text]; honorific {
		return true
	}
	if isParticle(token.Text) {
		return false
	}
	if isLower(token.Text) || m.words.offices[lower] != nil {
		return true
	}
	e, end := m.text.longest(entity.Start)
	if e != nil && end < entity.End && (e.use == useAdjective || e.use == useSeat || e.use == useOrganization) && !e.weak {
		return true
	}
	if m.words.isGiven(token.Text) {
		return false
	}
	// "Following Macron": a word that only its place gave a capital.
	return token.Tag != "NNP" && token.Tag != "NNPS" && m.text.sentenceStart(entity.Start) || m.text.common[lower] && m.text.sentenceStart(entity.Start)
}

func (m *model) strayLast(entity language.Entity) bool {
	token := m.doc.Tokens[entity.End-1]
	if token.POS == "PUNCT" && token.Text != ")" || token.POS == "SPACE" || token.Tag == "POS" || token.Text == "’s" || token.Text == "'s" {
		return true
	}
	if entity.Label == "PERSON" {
		return isLower(token.Text) && !isParticle(token.Text) || m.words.notInName(token.Text) && entity.End-entity.Start > 1 || length(entity.Span) > 1 && (token.Tag == "VBZ" || token.Tag == "VBD" || bylineWords[token.Text])
	}
	return false
}
