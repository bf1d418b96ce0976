package who

import (
	"slices"
	"strings"

	"dateline/loader/language"
)

// plausible reports whether a model's name is one: in a headline the model takes
// verbs and nouns for names, elsewhere a lone capital at a sentence's start.
func (m *model) plausible(entity language.Entity) bool {
	first := m.doc.Tokens[entity.Start]
	if length(entity.Span) == 1 && entity.Label == "PERSON" && !m.text.nameWord(entity.Start) && m.words.combining[first.Text] != "" {
		return false
	}
	if !hasLetter(m.doc.Slice(entity.Span)) || !m.hasUpper(entity.Span) {
		return false
	}
	if strings.HasPrefix(first.Text, "@") || m.words.offices[strings.ToLower(m.doc.Slice(entity.Span))] != nil {
		return false
	}
	if m.text.headline[entity.Start] {
		for i := entity.Start; i < entity.End; i++ {
			lower := strings.ToLower(m.doc.Tokens[i].Text)
			if m.text.common[lower] || headlineWords[lower] || m.words.people[lower] || m.words.people[strings.TrimSuffix(lower, "s")] {
				return false
			}
		}
		return entity.Label != "PERSON" || entity.End-entity.Start > 1 && m.words.isGiven(first.Text)
	}
	if entity.End-entity.Start > 1 {
		return entity.Label != "PERSON" || m.plausiblePerson(entity.Span)
	}
	lower := strings.ToLower(first.Text)
	if m.words.isHonorific(first.Text) && !m.words.isGiven(first.Text) {
		return false
	}
	if m.words.notInName(first.Text) || noNames[first.Text] || m.ofTitle(entity.Start) {
		return false
	}
	if entity.Label == "PERSON" && m.text.sentenceStart(entity.Start) && !m.words.isGiven(first.Text) && !m.text.again(entity.Start) && !m.speaks(entity.Start) {
		return false
	}
	if (m.text.common[lower] || headlineWords[lower]) && (m.text.sentenceStart(entity.Start) || !slices.Contains([]string{"NNP", "NNPS"}, first.Tag)) {
		return false
	}
	// "Confirmation", "Democrats": no single abstract or plural noun is a name.
	if first.Tag == "NN" || first.Tag == "NNS" {
		return false
	}
	return !(m.text.sentenceStart(entity.Start) && abstractEnding(lower))
}

// plausiblePerson reports whether words that the model takes for a person are none
// with numbers in them or of a thing: "Nelson Mandela Award".
func (m *model) plausiblePerson(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if strings.ContainsAny(m.doc.Tokens[i].Text, "0123456789@#") {
			return false
		}
	}
	return !thingWords[strings.ToLower(m.doc.Tokens[span.End-1].Text)]
}

// ofTitle reports whether a word is of a title: "Secretary of State", "Health
// Secretary".
func (m *model) ofTitle(i int) bool {
	if i >= 2 && m.doc.Tokens[i-1].Text == "of" && m.words.people[strings.TrimSuffix(strings.ToLower(m.doc.Tokens[i-2].Text), "s")] && startsUpper(m.doc.Tokens[i-2].Text) {
		return true
	}
	return i+1 < len(m.doc.Tokens) && (m.doc.Tokens[i+1].Text == "Minister" || m.doc.Tokens[i+1].Text == "Secretary" || m.doc.Tokens[i+1].Text == "Representative")
}

// speaks reports whether a word is the subject of a verb of saying or doing.
func (m *model) speaks(i int) bool {
	token := m.doc.Tokens[i]
	return token.Dep == "nsubj" && m.doc.Tokens[token.Head].POS == "VERB" && token.Tag == "NNP"
}

func (m *model) hasUpper(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if startsUpper(m.doc.Tokens[i].Text) {
			return true
		}
	}
	first := m.doc.Tokens[span.Start].Text
	return strings.ContainsFunc(first, func(r rune) bool { return r >= 'A' && r <= 'Z' })
}
