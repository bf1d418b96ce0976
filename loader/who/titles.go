package who

import (
	"strings"

	"dateline/loader/language"
)

// titledNames claims the capitalized words after a title, and makes a person of
// what the model took for something else there: "Gen. Clark", "President Duque".
func (f *finder) titledNames() {
	for i := range f.doc.Tokens {
		if !f.titleEnd(i) || f.headline[i] && !f.headlineTitle(i) {
			continue
		}
		if i+1 >= len(f.doc.Tokens) || newlineAfter(f.doc, i) {
			continue
		}
		span := f.personRun(i+1, 5)
		if span.End <= span.Start || f.notPerson(span) {
			continue
		}
		f.claim(span, classPerson, nil)
	}
}

// headlineTitle reports whether a title counts in a headline, where nouns have
// capitals: only titles that nothing but a name follows.
func (f *finder) headlineTitle(i int) bool {
	switch f.doc.Tokens[i].Text {
	case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sen.", "Rep.", "Gov.", "Gen.", "President", "Minister", "Pope":
		return f.doc.Tokens[i+1].Tag == "NNP" && !headlineWords[strings.ToLower(f.doc.Tokens[i+1].Text)]
	}
	return false
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
	return startsUpper(token.Text) && lower != "party" && f.words.offices[lower] != nil || f.words.isGiven(next.Text) || i+2 < len(f.doc.Tokens) && f.nameWord(i+1) && f.nameWord(i+2) && token.Tag == "NN"
}

// notPerson reports whether the words after a title are none of a name.
func (f *finder) notPerson(span language.Span) bool {
	if span.End-span.Start > 1 {
		return false
	}
	i := span.Start
	if e, _ := f.longest(i); e != nil && !e.weak {
		return f.modelLabel(i) != "PERSON"
	}
	switch f.modelLabel(i) {
	case "DATE", "EVENT", "LAW", "WORK_OF_ART", "NORP", "CARDINAL", "ORDINAL", "MONEY":
		return true
	}
	lower := strings.ToLower(f.doc.Tokens[i].Text)
	return f.common[lower] || f.words.bodies[lower] || f.words.people[lower]
}
