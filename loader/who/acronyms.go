package who

import (
	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// acronymNames claims the acronyms that the model misses: those in brackets after a
// body's name, and short ones in the place of a noun.
func (f *finder) acronymNames() {
	for i := range f.parse.Tokens {
		token := f.parse.Tokens[i]
		if f.owner[i] >= 0 || f.text.headline[i] || token.Tag != "NNP" || !isAcronym(token.Text) || notBodies[token.Text] {
			continue
		}
		if f.bracketed(i) || f.text.acronymAsNoun(i) {
			f.claim(language.Span{Start: i, End: i + 1}, classOrganization, nil)
		}
	}
}

// bracketed reports whether token i stands in brackets after a body's name.
func (f *finder) bracketed(i int) bool {
	if i < 2 || i+1 >= len(f.parse.Tokens) || f.parse.Tokens[i-1].Text != "(" || f.parse.Tokens[i+1].Text != ")" || f.owner[i-2] < 0 {
		return false
	}
	n := f.names[f.owner[i-2]]
	return n.class == classOrganization || n.hasUse(useOrganization)
}

// acronymAsNoun reports whether an acronym of the usual length is a subject, an object
// or a possessor, and not one of several words in capitals.
func (t *text) acronymAsNoun(i int) bool {
	if size := len(t.parse.Tokens[i].Text); size < 3 || size > 5 {
		return false
	}
	switch t.parse.Tokens[i].Dep {
	case "nsubj", "nsubjpass", "pobj", "poss", "dobj", "conj":
		return !t.acronymAt(i-1) && !t.acronymAt(i+1)
	}
	return false
}

func (t *text) acronymAt(i int) bool {
	return i >= 0 && i < len(t.parse.Tokens) && isAcronym(t.parse.Tokens[i].Text)
}

// notBodies are acronyms of other things than bodies.
var notBodies = lexicon.Class("no-body")
