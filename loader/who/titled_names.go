package who

import (
	"dateline/loader/language"
)

// titledNames claims the capitalized words after a title, and makes a person of
// what the model took for something else there: "Gen. Clark", "President Duque".
func (f *finder) titledNames() {
	for i := range f.parse.Tokens {
		if !f.titleEnd(i) || f.text.headline[i] && !f.text.headlineTitle(i) || newlineAfter(f.parse, i) {
			continue
		}
		if span := f.personRun(i+1, maxTitledName); span.Start < span.End && !f.text.notPerson(span) {
			f.claim(span, classPerson, nil)
		}
	}
}

// maxTitledName is how many words after a title can be one name: "Maria da Silva dos
// Santos". Judgement.
const maxTitledName = 5

// titleEnd reports whether a title before a name can end at token i.
func (f *finder) titleEnd(i int) bool {
	if i+1 >= len(f.parse.Tokens) || f.owner[i] >= 0 {
		return false
	}
	token := f.parse.Tokens[i]
	if f.words.isHonorific(token.Text) {
		return !f.words.isGiven(token.Text) && (token.Text != "Justice" || f.parse.Tokens[i+1].Tag == "NNP")
	}
	return f.text.personNoun(i) && f.text.titles(i)
}

// personNoun reports whether token i is a noun of one person, other than those that
// stand before names of businesses: "rival Boeing".
func (t *text) personNoun(i int) bool {
	switch t.parse.Tokens[i].Tag {
	case "NNS", "VB", "VBP":
		return false
	}
	lower := t.parse.Lower(i)
	return t.words.people[lower] && !businessNouns[lower]
}

// titles reports whether the noun of a person can be the title of what follows: a
// common noun before a name of two words, "aide Yury Ushakov", or an office with a
// capital before any.
func (t *text) titles(i int) bool {
	token := t.parse.Tokens[i]
	if lower := t.parse.Lower(i); startsUpper(token.Text) && lower != "party" && t.words.offices[lower] != nil {
		return true
	}
	if t.words.isGiven(t.parse.Tokens[i+1].Text) {
		return true
	}
	return token.Tag == "NN" && i+2 < len(t.parse.Tokens) && t.nameWord(i+1) && t.nameWord(i+2)
}

// headlineTitle reports whether a title counts in a headline, where nouns have
// capitals: only titles that nothing but a name follows.
func (t *text) headlineTitle(i int) bool {
	switch t.parse.Tokens[i].Text {
	case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sen.", "Rep.", "Gov.", "Gen.", "President", "Minister", "Pope":
		return t.parse.Tokens[i+1].Tag == "NNP" && !headlineWords[t.parse.Lower(i+1)]
	}
	return false
}

// notPerson reports whether a single word after a title is not a person's name: the
// lexicon or the model knows it as another, or it is a word.
func (t *text) notPerson(span language.Span) bool {
	if length(span) > 1 {
		return false
	}
	i := span.Start
	label := t.label(i)
	if e, _ := t.lexiconName(i); e != nil && !e.weak {
		return label != "PERSON"
	}
	switch label {
	case "DATE", "EVENT", "LAW", "WORK_OF_ART", "NORP", "CARDINAL", "ORDINAL", "MONEY":
		return true
	}
	lower := t.parse.Lower(i)
	return t.common[lower] || t.words.bodies[lower] || t.words.people[lower]
}
