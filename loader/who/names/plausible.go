package names

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// plausibility says whether the model may be right.
type plausibility struct{ *clues }

// plausible reports whether a model's name is one: in a headline the model takes
// verbs and nouns for names, elsewhere a lone capital at a sentence's start.
func (p plausibility) plausible(entity language.Entity) bool {
	switch {
	case p.neverNames(entity):
		return false
	case p.headline[entity.Start]:
		return p.plausibleInHeadline(entity)
	case entity.Len() == 1:
		return p.plausibleWord(entity)
	case entity.Label == "PERSON":
		return p.plausiblePerson(entity.Span)
	}
	return true
}

// neverNames reports whether words name nobody wherever they stand: they have no
// letters or no capital, are an account, "@jane", an office, or half a compound.
func (p plausibility) neverNames(entity language.Entity) bool {
	first, written := p.parse.Tokens[entity.Start], p.parse.Slice(entity.Span)
	if !vocabulary.HasLetter(written) || !p.hasUpper(entity.Span) || strings.HasPrefix(first.Text, "@") {
		return true
	}
	if p.words.Offices[strings.ToLower(written)] != nil {
		return true
	}
	if entity.Label == "PERSON" && entity.Len() == 1 && strings.ContainsAny(first.Text, "0123456789") {
		return true
	}
	if entity.Len() > 1 && p.isDay(entity.Start) {
		return true
	}
	half := p.words.Combining[first.Text] != "" && !p.nameWord(entity.Start)
	return half && entity.Len() == 1 && entity.Label == "PERSON"
}

// isDay reports whether an ordinal in digits and a month begin at a token: "5th April".
func (p plausibility) isDay(i int) bool {
	text := p.parse.Tokens[i].Text
	digits := strings.TrimRight(text, "sthndr")
	return digits != text && digits != "" && strings.Trim(digits, "0123456789") == "" && p.words.NotInName(p.parse.Tokens[i+1].Text)
}

// plausibleInHeadline reports whether words in headline case are a name: none is a
// word elsewhere, and a person has a first name or an office.
func (p plausibility) plausibleInHeadline(entity language.Entity) bool {
	for i := entity.Start; i < entity.End; i++ {
		lower := p.parse.Lower(i)
		if p.common[lower] || headlineWords[lower] || p.words.People[lower] || p.words.People[strings.TrimSuffix(lower, "s")] {
			return false
		}
	}
	if entity.Label != "PERSON" {
		return true
	}
	afterOffice := entity.Start > 0 && p.words.Offices[p.parse.Lower(entity.Start-1)] != nil
	return entity.Len() > 1 && (afterOffice || p.words.IsGiven(p.parse.Tokens[entity.Start].Text))
}

// plausiblePerson reports whether several words are a person's name: there are no
// numbers in it, and it is not a thing's: "Nelson Mandela Award".
func (p plausibility) plausiblePerson(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if strings.ContainsAny(p.parse.Tokens[i].Text, "0123456789@#") {
			return false
		}
	}
	return !thingWords[p.parse.Lower(span.End-1)]
}

// plausibleWord reports whether a single word is a name.
func (p plausibility) plausibleWord(entity language.Entity) bool {
	i := entity.Start
	token, lower, starts := p.parse.Tokens[i], p.parse.Lower(i), p.sentenceStart(i)
	switch {
	case p.words.IsHonorific(token.Text) && !p.words.IsGiven(token.Text):
		return false
	case p.words.NotInName(token.Text), noNames[token.Text], p.ofTitle(i):
		return false
	case starts && entity.Label == "PERSON" && !p.vouchedFor(i):
		return false
	case (starts || !grammar.IsProperNoun(p.parse, i)) && (p.common[lower] || headlineWords[lower]):
		return false
	case token.Tag == "NN" || token.Tag == "NNS":
		return false // "Confirmation", "Democrats"
	}
	return !starts || !vocabulary.HasAbstractEnding(lower)
}

// vouchedFor reports whether more than a capital speaks for a person's name: it is a
// first name, stands elsewhere too, or acts.
func (p plausibility) vouchedFor(i int) bool {
	return p.words.IsGiven(p.parse.Tokens[i].Text) || p.capitalizedElsewhere(i) || p.acts(i)
}

// acts reports whether a word is the subject of a verb.
func (p plausibility) acts(i int) bool {
	token := p.parse.Tokens[i]
	isSubject := token.Dep == "nsubj" || token.Dep == "nsubjpass"
	return token.Tag == "NNP" && isSubject && p.parse.Tokens[token.Head].POS == "VERB"
}

// titleEnds end titles of more words than one.
var titleEnds = lexicon.Class("title-end")

// ofTitle reports whether a word is of a title: "Secretary of State", "Health
// Secretary".
func (p plausibility) ofTitle(i int) bool {
	if i >= 2 && p.parse.Tokens[i-1].Text == "of" && vocabulary.StartsUpper(p.parse.Tokens[i-2].Text) {
		if p.words.People[strings.TrimSuffix(p.parse.Lower(i-2), "s")] {
			return true
		}
	}
	if i+1 >= len(p.parse.Tokens) {
		return false
	}
	return titleEnds[p.parse.Tokens[i+1].Text]
}

// hasUpper reports whether some word of span begins with a capital, or the first has
// one within: "iPhone".
func (p plausibility) hasUpper(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if vocabulary.StartsUpper(p.parse.Tokens[i].Text) {
			return true
		}
	}
	return strings.ContainsFunc(p.parse.Tokens[span.Start].Text, func(r rune) bool { return r >= 'A' && r <= 'Z' })
}
