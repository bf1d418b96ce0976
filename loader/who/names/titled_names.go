package names

import (
	"unicode/utf8"

	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// titledNames claims the capitalized words after a title, and makes a person of
// what the model took for something else there: "Gen. Clark", "President Duque".
func (f *finder) titledNames() {
	for i := range f.parse.Tokens {
		if !f.titleEnd(i) || f.clues.headline[i] && !f.context.headlineTitle(i) || newlineAfter(f.parse, i) {
			continue
		}
		if span := f.personRun(i+1, maxTitledName); span.Start < span.End && !f.context.notPerson(span) && !f.context.beforeOffice(span) {
			f.claim(span, Person, nil)
		}
	}
}

// maxTitledName is how many words after a title can be one name: "Maria da Silva dos
// Santos". Judgement.
const maxTitledName = 5

var (
	// wordTitles are titles that are words of other names too: "Justice Department".
	wordTitles = lexicon.Class("word-title")
	// portfolioHolders hold an office "of" one of portfolioTitles: "Secretary of State".
	portfolioHolders = lexicon.Class("portfolio-holder")
	portfolioTitles  = lexicon.Class("portfolio-title")
	// noTitles are offices that are no titles before a name.
	noTitles = lexicon.Class("no-title")
)

// titleEnd reports whether a title before a name can end at token i.
func (f *finder) titleEnd(i int) bool {
	if i+1 >= len(f.parse.Tokens) || f.owner[i] >= 0 {
		return false
	}
	token := f.parse.Tokens[i]
	if f.clues.isElect(i) {
		return f.words.Offices[f.parse.Lower(i-2)] != nil
	}
	if f.words.IsHonorific(token.Text) {
		return !f.words.IsGiven(token.Text) && (!wordTitles[token.Text] || f.parse.Tokens[i+1].Tag == "NNP")
	}
	return f.context.personNoun(i) && f.context.titles(i) || f.context.endsLongTitle(i)
}

// titleWords are the words of titles and offices beside a name.
type titleWords struct{ *clues }

// endsLongTitle reports whether token i ends an office of a state's that is written with "of",
// before a word that can be a name: "Secretary of State Moore".
func (c titleWords) endsLongTitle(i int) bool {
	if i < 2 || c.parse.Lower(i-1) != "of" || !vocabulary.StartsUpper(c.parse.Tokens[i-2].Text) || !vocabulary.StartsUpper(c.parse.Tokens[i].Text) || !c.bareName(i+1) {
		return false
	}
	return portfolioHolders[c.parse.Lower(i-2)] && portfolioTitles[c.parse.Lower(i)]
}

// personNoun reports whether token i is a noun of one person, other than those that
// stand before names of businesses: "rival Boeing".
func (c titleWords) personNoun(i int) bool {
	switch c.parse.Tokens[i].Tag {
	case "NNS", "VB", "VBP":
		return false
	}
	lower := c.parse.Lower(i)
	return c.words.People[lower] && !businessNouns[lower]
}

// titles reports whether the noun of a person can be the title of what follows: a
// common noun before a name of two words, "aide Yury Ushakov", or an office with a
// capital before any.
func (c titleWords) titles(i int) bool {
	token := c.parse.Tokens[i]
	if lower := c.parse.Lower(i); vocabulary.StartsUpper(token.Text) && !noTitles[lower] && c.words.Offices[lower] != nil {
		return true
	}
	if c.words.IsGiven(c.parse.Tokens[i+1].Text) {
		return true
	}
	return token.Tag == "NN" && i+2 < len(c.parse.Tokens) && c.nameWord(i+1) && c.nameWord(i+2)
}

// headlineTitle reports whether a title counts in a headline, where nouns have
// capitals: only titles that nothing but a name follows.
func (c titleWords) headlineTitle(i int) bool {
	return headlineTitles[c.parse.Tokens[i].Text] && c.parse.Tag(i+1) == "NNP" && !headlineWords[c.parse.Lower(i+1)]
}

// beforeOffice reports whether a single word after a title is of a longer title: "Chief
// Medical Officer".
func (c titleWords) beforeOffice(span language.Span) bool {
	return span.Len() == 1 && span.End < len(c.parse.Tokens) && titleEnds[c.parse.Tokens[span.End].Text]
}

var headlineTitles = lexicon.Class("headline-title")

// notPerson reports whether a single word after a title is not a person's name: the
// lexicon or the model knows it as another, or it is a word.
func (c titleWords) notPerson(span language.Span) bool {
	if span.Len() > 1 {
		return false
	}
	i := span.Start
	if utf8.RuneCountInString(c.parse.Tokens[i].Text) == 1 {
		return true // "Gen. Z"
	}
	label := c.label(i)
	if e, _ := c.lexiconName(i); e != nil && !e.Weak {
		return label != "PERSON"
	}
	switch label {
	case "DATE", "EVENT", "LAW", "WORK_OF_ART", "NORP", "CARDINAL", "ORDINAL", "MONEY":
		return true
	}
	lower := c.parse.Lower(i)
	return c.common[lower] || c.words.Bodies[lower] || c.words.People[lower]
}

// isElect reports whether token i ends an office that is not taken up yet:
// "President-elect".
func (c *clues) isElect(i int) bool {
	if i < 2 || c.parse.Tokens[i-1].Text != "-" || c.parse.Tokens[i-1].Space {
		return false
	}
	lower := c.parse.Lower(i)
	return lower == "elect" || lower == "designate"
}
