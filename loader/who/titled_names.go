package who

import (
	"strings"

	"dateline/loader/language"
)

// titledNames claims the capitalized words after a title, and makes a person of
// what the model took for something else there: "Gen. Clark", "President Duque".
func (f *finder) titledNames() {
	for i := range f.doc.Tokens {
		if !f.titleEnd(i) || f.text.headline[i] && !f.text.headlineTitle(i) {
			continue
		}
		if i+1 >= len(f.doc.Tokens) || newlineAfter(f.doc, i) {
			continue
		}
		span := f.personRun(i+1, 5)
		if span.End <= span.Start || f.text.notPerson(span) {
			continue
		}
		f.claim(span, classPerson, nil)
	}
}

// headlineTitle reports whether a title counts in a headline, where nouns have
// capitals: only titles that nothing but a name follows.
func (t *text) headlineTitle(i int) bool {
	switch t.doc.Tokens[i].Text {
	case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sen.", "Rep.", "Gov.", "Gen.", "President", "Minister", "Pope":
		return t.doc.Tokens[i+1].Tag == "NNP" && !headlineWords[strings.ToLower(t.doc.Tokens[i+1].Text)]
	}
	return false
}

// notPerson reports whether the words after a title are none of a name.
func (t *text) notPerson(span language.Span) bool {
	if span.End-span.Start > 1 {
		return false
	}
	i := span.Start
	if e, _ := t.longest(i); e != nil && !e.weak {
		return t.modelLabel(i) != "PERSON"
	}
	switch t.modelLabel(i) {
	case "DATE", "EVENT", "LAW", "WORK_OF_ART", "NORP", "CARDINAL", "ORDINAL", "MONEY":
		return true
	}
	lower := strings.ToLower(t.doc.Tokens[i].Text)
	return t.common[lower] || t.words.bodies[lower] || t.words.people[lower]
}

// titleEnd reports whether a title before a name can end at token i.
func (f *finder) titleEnd(i int) bool {
	if i+1 >= len(f.doc.Tokens) || f.owner[i] >= 0 {
		return false
	}
	token := f.doc.Tokens[i]
	if _, ok := f.words.honorifics[token.Text]; ok {
		return !f.words.isGiven(token.Text) && (token.Text != "Justice" || f.doc.Tokens[i+1].Tag == "NNP")
	}
	lower := strings.ToLower(token.Text)
	if businessNouns[lower] || !f.words.people[lower] || token.Tag == "NNS" || token.Tag == "VB" || token.Tag == "VBP" {
		return false
	}
	// A common noun before a name of two words, "aide Yury Ushakov"; a bare
	// surname needs a capital title.
	next := f.doc.Tokens[i+1]
	return startsUpper(token.Text) && lower != "party" && f.words.offices[lower] != nil || f.words.isGiven(next.Text) || i+2 < len(f.doc.Tokens) && f.text.nameWord(i+1) && f.text.nameWord(i+2) && token.Tag == "NN"
}
