package who

import (
	"slices"
	"strings"

	"dateline/loader/language"
)

// lexiconNames claims names that the lexicon knows: those of two tokens or more
// (atLeast 2), or single ones too.
func (f *finder) lexiconNames(atLeast int) {
	for i := 0; i < len(f.doc.Tokens); i++ {
		e, end := f.text.longest(i)
		if e == nil || end-i < atLeast {
			continue
		}
		span := language.Span{Start: i, End: end}
		if !f.free(span) || f.partOfLonger(span, e) || f.text.unlikely(span, e) || f.text.hyphenated(span, e) {
			continue
		}
		f.claim(span, classLexicon, e)
		i = end - 1
	}
}

// partOfLonger reports whether a lexicon name is but a part of a longer name that
// the model sees: "New York" in "New York University", "Israel" in "Steve Israel".
func (f *finder) partOfLonger(span language.Span, e *entry) bool {
	entity, found := f.model.entityAt(span.Start)
	if !found {
		return false
	}
	entity = f.model.trim(entity)
	if span.End < entity.End && f.owner[span.End] >= 0 {
		return false // the rest is a name already
	}
	if entity.Start > span.Start || entity.End < span.End || entity.End-entity.Start <= span.End-span.Start {
		return false
	}
	switch entity.Label {
	case "PERSON":
		// A true name has no state's adjective before it: "Ukrainian Zelensky".
		return e.use != useAdjective && !f.text.headline[span.Start] && f.words.isGiven(f.doc.Tokens[entity.Start].Text)
	case "ORG", "FAC":
		if f.text.headline[span.Start] {
			return false
		}
		return !f.text.allLexicon(entity.Span) && !f.text.hasPossessive(entity.Span) && !f.text.leads(span, entity.Span, e)
	case "WORK_OF_ART", "LAW", "EVENT", "PRODUCT":
		return e.use != useSeat && e.use != useOrganization
	}
	return false
}

// hyphenated reports whether a body's name is but a part of a compound: "BP" in
// "TNK-BP".
func (t *text) hyphenated(span language.Span, e *entry) bool {
	if e.use != useOrganization || span.Start < 2 || t.doc.Tokens[span.Start-1].Text != "-" || t.doc.Tokens[span.Start-1].Space || t.doc.Tokens[span.Start-2].Space {
		return false
	}
	before, end := t.longest(span.Start - 2)
	return startsUpper(t.doc.Tokens[span.Start-2].Text) && (before == nil || end != span.Start-1)
}

// leads reports whether a lexicon name stands before a name rather than begins it:
// "Ukrainian EU", "White House Democrats".
func (t *text) leads(span, entity language.Span, e *entry) bool {
	if span.Start != entity.Start {
		return false
	}
	next := t.doc.Tokens[span.End].Text
	return e.use == useSeat && !t.words.bodies[strings.ToLower(next)] || isLower(next)
}

func (t *text) hasPossessive(span language.Span) bool {
	for i := span.Start; i < span.End-1; i++ {
		if t.doc.Tokens[i].Tag == "POS" {
			return true
		}
	}
	return false
}

// unlikely reports whether the text of span is more likely a word than the name
// that the lexicon knows.
func (t *text) unlikely(span language.Span, e *entry) bool {
	if span.End-span.Start > 1 {
		return false
	}
	token := t.doc.Tokens[span.Start]
	if e.weak {
		named := token.Entity >= 0 && slices.Contains([]string{"ORG", "GPE", "FAC", "WORK_OF_ART", "PERSON"}, t.doc.Entities[token.Entity].Label)
		quotedTitle := e.article && span.Start > 0 && t.doc.Tokens[span.Start-1].Text == "The" && !t.sentenceStart(span.Start-1)
		return !named && !quotedTitle || t.headline[span.Start]
	}
	switch e.use {
	case useAdjective:
		return false
	case useOrganization, useSeat:
		return isLower(token.Text)
	}
	// "us" in capitals, "May", "Male": only where the tagger takes it for a name.
	return token.Text == "US" && token.Tag == "PRP" && !t.headline[span.Start]
}
