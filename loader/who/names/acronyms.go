package names

import (
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// acronymNames claims the acronyms that the model misses: those in brackets after a
// body's name, and short ones in the place of a noun.
func (f *finder) acronymNames() {
	for i := range f.parse.Tokens {
		token := f.parse.Tokens[i]
		if f.owner[i] >= 0 || f.clues.headline[i] || token.Tag != "NNP" || !vocabulary.IsAcronym(token.Text) || notBodies[token.Text] {
			continue
		}
		if f.bracketed(i) || f.context.acronymAsNoun(i) {
			f.claim(language.Span{Start: i, End: i + 1}, Organization, nil)
		}
	}
}

// bracketed reports whether token i stands in brackets after a body's name.
func (f *finder) bracketed(i int) bool {
	if i < 2 || i+1 >= len(f.parse.Tokens) || f.parse.Tokens[i-1].Text != "(" || f.parse.Tokens[i+1].Text != ")" || f.owner[i-2] < 0 {
		return false
	}
	n := f.names[f.owner[i-2]]
	return n.Class == Organization || n.HasUse(vocabulary.UseOrganization)
}

// acronymAsNoun reports whether an acronym of the usual length is a subject, an object
// or a possessor, and not one of several words in capitals.
func (c *context) acronymAsNoun(i int) bool {
	if size := len(c.parse.Tokens[i].Text); size < minAcronym || size > maxAcronym {
		return false
	}
	switch c.parse.Tokens[i].Dep {
	case "nsubj", "nsubjpass", "pobj", "poss", "dobj", "conj":
		return !c.acronymAt(i-1) && !c.acronymAt(i+1)
	}
	return false
}

func (c *context) acronymAt(i int) bool {
	return i >= 0 && i < len(c.parse.Tokens) && vocabulary.IsAcronym(c.parse.Tokens[i].Text)
}

// notBodies are acronyms of other things than bodies.
var notBodies = lexicon.Class("no-body")
