package who

import (
	"slices"
	"strings"

	"dateline/loader/language"
)

// modelNames claims the language model's names of a label that have at least so
// many tokens, after correction of their ends and kind.
func (f *finder) modelNames(label string, atLeast int) {
	for _, entity := range f.doc.Entities {
		if entity.Label != label {
			continue
		}
		entity = f.trim(entity)
		if entity.End-entity.Start < atLeast || !f.free(entity.Span) || !f.plausible(entity) {
			continue
		}
		f.claim(entity.Span, f.classOf(entity), nil)
	}
}

// classOf gives the class of a model's name that the lexicon does not know.
func (f *finder) classOf(entity language.Entity) class {
	last := strings.ToLower(f.doc.Tokens[entity.End-1].Text)
	switch entity.Label {
	case "PERSON":
		if f.words.bodies[last] || organizationWords[last] {
			return classOrganization
		}
		return classPerson
	case "ORG":
		return classOrganization
	case "FAC":
		if f.words.bodies[last] && !placeWords[last] {
			return classOrganization
		}
	}
	return classPlace
}

// organizationWords end names of organizations.
var organizationWords = wordSet(`party inc inc. corp corp. ltd plc llc group council committee ministry department
	university association union commission agency bank institute foundation front army police court times post news
	journal herald tribune gazette press congress senate parliament assembly federation coalition alliance league
	movement brigade services service office bureau board fund center centre company airlines airways club`)

// placeWords end names of places that are buildings or grounds.
var placeWords = wordSet(`house palace airport square street avenue bridge hall hospital hotel stadium park base
	embassy station church mosque cathedral island islands river lake mountains mountain valley desert province
	district region county city town village bay sea ocean gulf strait peninsula`)

// trim corrects the ends of a model's name: articles, titles, verbs, possessives
// and stray words at its ends are no part of it.
func (f *finder) trim(entity language.Entity) language.Entity {
	for entity.Start < entity.End && f.strayFirst(entity) {
		entity.Start++
	}
	for i := entity.Start; i < entity.End; i++ {
		if strings.Contains(f.doc.Tokens[i].Text, "\n") {
			entity.End = i
		}
	}
	for entity.Start < entity.End && f.strayLast(entity) {
		entity.End--
	}
	return entity
}

func (f *finder) strayFirst(entity language.Entity) bool {
	token := f.doc.Tokens[entity.Start]
	lower := strings.ToLower(token.Text)
	if token.POS == "PUNCT" || token.POS == "SPACE" || token.Tag == "POS" || lower == "the" || lower == "a" || lower == "an" {
		return true
	}
	if entity.Label != "PERSON" {
		return isLower(token.Text) && entity.Label != "ORG" && lower != "al"
	}
	if entity.End-entity.Start == 1 {
		return false
	}
	if _, honorific := f.words.honorifics[token.Text]; honorific {
		return true
	}
	if isParticle(token.Text) {
		return false
	}
	if isLower(token.Text) || f.words.offices[lower] != nil {
		return true
	}
	e, end := f.longest(entity.Start)
	if e != nil && end < entity.End && (e.use == useAdjective || e.use == useSeat || e.use == useOrganization) && !e.weak {
		return true
	}
	if f.words.isGiven(token.Text) {
		return false
	}
	// "Following Macron": a word that only its place gave a capital.
	return token.Tag != "NNP" && token.Tag != "NNPS" && f.sentenceStart(entity.Start) || f.common[lower] && f.sentenceStart(entity.Start)
}

func (f *finder) strayLast(entity language.Entity) bool {
	token := f.doc.Tokens[entity.End-1]
	if token.POS == "PUNCT" && token.Text != ")" || token.POS == "SPACE" || token.Tag == "POS" || token.Text == "’s" || token.Text == "'s" {
		return true
	}
	if entity.Label == "PERSON" {
		return isLower(token.Text) && !isParticle(token.Text) || f.words.notInName(token.Text) && entity.End-entity.Start > 1 || token.Tag == "VBZ" || token.Tag == "VBD"
	}
	return false
}

// plausible tells whether a model's name is one: in a headline the model takes
// verbs and nouns for names, elsewhere a lone capital at a sentence's start.
func (f *finder) plausible(entity language.Entity) bool {
	first := f.doc.Tokens[entity.Start]
	if !hasLetter(f.doc.Slice(entity.Span)) || !f.hasUpper(entity.Span) {
		return false
	}
	if f.headline[entity.Start] {
		for i := entity.Start; i < entity.End; i++ {
			lower := strings.ToLower(f.doc.Tokens[i].Text)
			if f.common[lower] || headlineWords[lower] || f.words.people[lower] || f.words.people[strings.TrimSuffix(lower, "s")] {
				return false
			}
		}
		return entity.Label != "PERSON" || entity.End-entity.Start > 1 && f.words.isGiven(first.Text)
	}
	if entity.End-entity.Start > 1 {
		return true
	}
	lower := strings.ToLower(first.Text)
	if f.words.notInName(first.Text) {
		return false
	}
	if (f.common[lower] || headlineWords[lower]) && (f.sentenceStart(entity.Start) || !slices.Contains([]string{"NNP", "NNPS"}, first.Tag)) {
		return false
	}
	// "Confirmation", "Democrats": no single abstract or plural noun is a name.
	if first.Tag == "NN" || first.Tag == "NNS" {
		return false
	}
	return !(f.sentenceStart(entity.Start) && abstractEnding(lower))
}

// abstractEnding tells whether a word has an ending of abstract nouns.
func abstractEnding(lower string) bool {
	for _, ending := range []string{"tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship"} {
		if strings.HasSuffix(lower, ending) && len(lower) > len(ending)+3 {
			return true
		}
	}
	return false
}

func (f *finder) hasUpper(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if startsUpper(f.doc.Tokens[i].Text) {
			return true
		}
	}
	first := f.doc.Tokens[span.Start].Text
	return strings.ContainsFunc(first, func(r rune) bool { return r >= 'A' && r <= 'Z' })
}

func hasLetter(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 127 })
}
