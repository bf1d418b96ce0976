package names

import (
	"slices"
	"strings"

	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// lexiconNames claims names that the lexicon knows and that have at least so many
// tokens.
func (f *finder) lexiconNames(atLeast int) {
	for i := 0; i < len(f.parse.Tokens); i++ {
		e, end := f.clues.lexiconName(i)
		if e == nil || end-i < atLeast {
			continue
		}
		span := language.Span{Start: i, End: end}
		if !f.free(span) || f.partOfLonger(span, e) || f.clues.everydayWord(span, e) || f.clues.endsCompound(span, e) {
			continue
		}
		f.claim(span, Lexicon, e)
		i = end - 1
	}
}

// maxNameTokens is the length of the longest lexicon name in tokens.
const maxNameTokens = 9

// lexiconName returns the longest lexicon name that starts at token i, and its end.
func (c *clues) lexiconName(i int) (*vocabulary.Entry, int) {
	first := c.parse.Tokens[i].Text
	if !vocabulary.StartsUpper(first) && !lowerCaseName(first) {
		return nil, i
	}
	last := min(c.parse.SentenceOf(i).End, i+maxNameTokens)
	for end := last; end > i; end-- {
		if c.parse.Tokens[end-1].POS == "SPACE" {
			continue
		}
		if e := c.words.Names[vocabulary.NameKey(c.parse.Slice(language.Span{Start: i, End: end}))]; e != nil {
			return e, end
		}
	}
	return nil, i
}

// lowerCaseStarts begin names in the lexicon without a capital.
var lowerCaseStarts = lexicon.Class("lower-case-start")

// lowerCaseName reports whether a word without a capital can begin a lexicon name:
// "al-Qaeda", "western Sahara".
func lowerCaseName(word string) bool {
	return strings.HasPrefix(word, "al") || lowerCaseStarts[word]
}

// isLexiconName reports whether the tokens from start to end are one lexicon name.
func (c *clues) isLexiconName(start, end int) bool {
	if start >= end {
		return false
	}
	e, last := c.lexiconName(start)
	return e != nil && last == end
}

// allLexicon reports whether span is nothing but lexicon names: "Ukrainian EU".
func (c *clues) allLexicon(span language.Span) bool {
	for i := span.Start; i < span.End; {
		e, end := c.lexiconName(i)
		if e == nil || end > span.End {
			return false
		}
		i = end
	}
	return true
}

// partOfLonger reports whether a lexicon name is only a part of a longer name that
// the model sees: "New York" in "New York University", "Israel" in "Steve Israel".
func (f *finder) partOfLonger(span language.Span, e *vocabulary.Entry) bool {
	entity, found := f.proposals.at(span.Start)
	if !found {
		return false
	}
	entity = f.proposals.trim(entity)
	if span.End < entity.End && f.owner[span.End] >= 0 {
		return false // the rest is a name already
	}
	if entity.Start > span.Start || entity.End < span.End || entity.Len() <= span.Len() {
		return false
	}
	switch entity.Label {
	case "PERSON":
		// No true name has a state's adjective before it: "Ukrainian Zelensky".
		return e.Use != vocabulary.UseAdjective && !f.clues.headline[span.Start] && f.words.IsGiven(f.parse.Tokens[entity.Start].Text)
	case "ORG", "FAC":
		return !f.clues.headline[span.Start] && !f.clues.severalNames(span, entity.Span, e)
	case "WORK_OF_ART", "LAW", "EVENT", "PRODUCT":
		return e.Use != vocabulary.UseSeat && e.Use != vocabulary.UseOrganization
	}
	return false
}

// severalNames reports whether the model's name of a body is rather several that
// follow on each other, the lexicon's among them: "Ukrainian EU", "Russia's Gazprom".
func (c *clues) severalNames(span, entity language.Span, e *vocabulary.Entry) bool {
	return c.allLexicon(entity) || c.hasPossessive(entity) || c.standsBefore(span, entity, e)
}

// standsBefore reports whether a lexicon name stands before a name rather than begins
// it: "White House Democrats".
func (c *clues) standsBefore(span, entity language.Span, e *vocabulary.Entry) bool {
	if span.Start != entity.Start {
		return false
	}
	next := c.parse.Tokens[span.End].Text
	return e.Use == vocabulary.UseSeat && !c.words.Bodies[strings.ToLower(next)] || vocabulary.IsLower(next)
}

func (c *clues) hasPossessive(span language.Span) bool {
	for i := span.Start; i < span.End-1; i++ {
		if c.parse.Tokens[i].Tag == "POS" {
			return true
		}
	}
	return false
}

// endsCompound reports whether a body's name is only a part of a compound: "BP" in
// "TNK-BP".
func (c *clues) endsCompound(span language.Span, e *vocabulary.Entry) bool {
	if e.Use != vocabulary.UseOrganization || span.Start < 2 {
		return false
	}
	hyphen, first := c.parse.Tokens[span.Start-1], c.parse.Tokens[span.Start-2]
	if hyphen.Text != "-" || hyphen.Space || first.Space || !vocabulary.StartsUpper(first.Text) {
		return false
	}
	return !c.isLexiconName(span.Start-2, span.Start-1)
}

// everydayWord reports whether a single word is more likely just that than the name
// that the lexicon knows: "us" in capitals, "May", "Male".
func (c *clues) everydayWord(span language.Span, e *vocabulary.Entry) bool {
	if span.Len() > 1 {
		return false
	}
	token := c.parse.Tokens[span.Start]
	switch {
	case e.Weak:
		return c.headline[span.Start] || !c.modelNames(span.Start) && !c.hasArticle(span.Start, e)
	case e.Use == vocabulary.UseOrganization, e.Use == vocabulary.UseSeat:
		return vocabulary.IsLower(token.Text)
	case e.Use == vocabulary.UseAdjective:
		return false
	}
	return token.Text == "US" && token.Tag == "PRP" && !c.headline[span.Start]
}

// modelNames reports whether the model takes token i for a part of a name.
func (c *clues) modelNames(i int) bool {
	return slices.Contains([]string{"ORG", "GPE", "FAC", "WORK_OF_ART", "PERSON"}, c.label(i))
}

// hasArticle reports whether a name that is said with "the" has its article in capitals
// within a sentence: "told The Sun".
func (c *clues) hasArticle(i int, e *vocabulary.Entry) bool {
	return e.Article && i > 0 && c.parse.Tokens[i-1].Text == "The" && !c.sentenceStart(i-1)
}
