package who

import (
	"slices"
	"strings"

	"dateline/loader/language"
)

// lexiconNames claims names that the lexicon knows and that have at least so many
// tokens.
func (f *finder) lexiconNames(atLeast int) {
	for i := 0; i < len(f.parse.Tokens); i++ {
		e, end := f.text.lexiconName(i)
		if e == nil || end-i < atLeast {
			continue
		}
		span := language.Span{Start: i, End: end}
		if !f.free(span) || f.partOfLonger(span, e) || f.text.everydayWord(span, e) || f.text.endsCompound(span, e) {
			continue
		}
		f.claim(span, classLexicon, e)
		i = end - 1
	}
}

// maxNameTokens is the length of the longest lexicon name in tokens.
const maxNameTokens = 9

// lexiconName returns the longest lexicon name that starts at token i, and its end.
func (t *text) lexiconName(i int) (*entry, int) {
	first := t.parse.Tokens[i].Text
	if !startsUpper(first) && !lowerCaseName(first) {
		return nil, i
	}
	last := min(t.parse.SentenceOf(i).End, i+maxNameTokens)
	for end := last; end > i; end-- {
		if t.parse.Tokens[end-1].POS == "SPACE" {
			continue
		}
		if e := t.words.names[nameKey(t.parse.Slice(language.Span{Start: i, End: end}))]; e != nil {
			return e, end
		}
	}
	return nil, i
}

// lowerCaseName reports whether a word without a capital can begin a lexicon name:
// "al-Qaeda", "western Sahara".
func lowerCaseName(word string) bool {
	return strings.HasPrefix(word, "al") || word == "dpa" || word == "western" || word == "mainland"
}

// isLexiconName reports whether the tokens from start to end are one lexicon name.
func (t *text) isLexiconName(start, end int) bool {
	if start >= end {
		return false
	}
	e, last := t.lexiconName(start)
	return e != nil && last == end
}

// allLexicon reports whether span is nothing but lexicon names: "Ukrainian EU".
func (t *text) allLexicon(span language.Span) bool {
	for i := span.Start; i < span.End; {
		e, end := t.lexiconName(i)
		if e == nil || end > span.End {
			return false
		}
		i = end
	}
	return true
}

// partOfLonger reports whether a lexicon name is only a part of a longer name that
// the model sees: "New York" in "New York University", "Israel" in "Steve Israel".
func (f *finder) partOfLonger(span language.Span, e *entry) bool {
	entity, found := f.proposals.at(span.Start)
	if !found {
		return false
	}
	entity = f.proposals.trim(entity)
	if span.End < entity.End && f.owner[span.End] >= 0 {
		return false // the rest is a name already
	}
	if entity.Start > span.Start || entity.End < span.End || length(entity.Span) <= length(span) {
		return false
	}
	switch entity.Label {
	case "PERSON":
		// No true name has a state's adjective before it: "Ukrainian Zelensky".
		return e.use != useAdjective && !f.text.headline[span.Start] && f.words.isGiven(f.parse.Tokens[entity.Start].Text)
	case "ORG", "FAC":
		return !f.text.headline[span.Start] && !f.text.severalNames(span, entity.Span, e)
	case "WORK_OF_ART", "LAW", "EVENT", "PRODUCT":
		return e.use != useSeat && e.use != useOrganization
	}
	return false
}

// severalNames reports whether the model's name of a body is rather several that
// follow on each other, the lexicon's among them: "Ukrainian EU", "Russia's Gazprom".
func (t *text) severalNames(span, entity language.Span, e *entry) bool {
	return t.allLexicon(entity) || t.hasPossessive(entity) || t.standsBefore(span, entity, e)
}

// standsBefore reports whether a lexicon name stands before a name rather than begins
// it: "White House Democrats".
func (t *text) standsBefore(span, entity language.Span, e *entry) bool {
	if span.Start != entity.Start {
		return false
	}
	next := t.parse.Tokens[span.End].Text
	return e.use == useSeat && !t.words.bodies[strings.ToLower(next)] || isLower(next)
}

func (t *text) hasPossessive(span language.Span) bool {
	for i := span.Start; i < span.End-1; i++ {
		if t.parse.Tokens[i].Tag == "POS" {
			return true
		}
	}
	return false
}

// endsCompound reports whether a body's name is only a part of a compound: "BP" in
// "TNK-BP".
func (t *text) endsCompound(span language.Span, e *entry) bool {
	if e.use != useOrganization || span.Start < 2 {
		return false
	}
	hyphen, first := t.parse.Tokens[span.Start-1], t.parse.Tokens[span.Start-2]
	if hyphen.Text != "-" || hyphen.Space || first.Space || !startsUpper(first.Text) {
		return false
	}
	return !t.isLexiconName(span.Start-2, span.Start-1)
}

// everydayWord reports whether a single word is more likely just that than the name
// that the lexicon knows: "us" in capitals, "May", "Male".
func (t *text) everydayWord(span language.Span, e *entry) bool {
	if length(span) > 1 {
		return false
	}
	token := t.parse.Tokens[span.Start]
	switch {
	case e.weak:
		return t.headline[span.Start] || !t.modelNames(span.Start) && !t.hasArticle(span.Start, e)
	case e.use == useOrganization, e.use == useSeat:
		return isLower(token.Text)
	case e.use == useAdjective:
		return false
	}
	return token.Text == "US" && token.Tag == "PRP" && !t.headline[span.Start]
}

// modelNames reports whether the model takes token i for a part of a name.
func (t *text) modelNames(i int) bool {
	return slices.Contains([]string{"ORG", "GPE", "FAC", "WORK_OF_ART", "PERSON"}, t.label(i))
}

// hasArticle reports whether a name that is said with "the" has its article in capitals
// within a sentence: "told The Sun".
func (t *text) hasArticle(i int, e *entry) bool {
	return e.article && i > 0 && t.parse.Tokens[i-1].Text == "The" && !t.sentenceStart(i-1)
}
