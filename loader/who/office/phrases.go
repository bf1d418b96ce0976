package office

import (
	"strings"

	"dateline/loader/language"
	"dateline/loader/who/names"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// PhraseRole reads the role that a noun phrase describes, with the "of" phrase that
// follows its noun: "the president of France", "secretary of state".
func (o *Reader) PhraseRole(head int) (roster.Role, bool) {
	r, ok := o.readRole(o.Names.NounPhrase(head), head)
	if !ok {
		return roster.Role{}, false
	}
	o.ReadComplement(&r, head)
	r.Definite = o.IsDefinite(r, head)
	return r, true
}

// ReadComplement reads what a role's noun is of, from the phrases that follow it. What
// stands "in" or "at" a body is the body's: "at the ministry".
func (o *Reader) ReadComplement(r *roster.Role, head int) {
	for _, child := range o.Parse.Children(head, "prep") {
		object := o.Parse.Child(child, "pobj")
		if child < head || object < 0 {
			continue
		}
		switch o.Parse.Lower(child) {
		case "of", "for":
			o.complement(r, head, child, object)
		case "in", "at":
			if o.Words.Bodies[o.Names.Lemma(head)] {
				o.complement(r, head, child, object)
			}
		}
	}
}

// maxComplement is how many tokens after a noun its "of" phrase can end. Judgement.
const maxComplement = 8

// complement takes the object of a preposition after a role's noun: as part of the
// office, "Secretary of State", as whose office it is, or else as part of the phrase.
func (o *Reader) complement(r *roster.Role, head, preposition, object int) {
	if o.extendOffice(r, head, object) {
		o.ReadComplement(r, object)
		return
	}
	if o.Names.IsNamed(object) {
		if r.State == nil && r.Of < 0 {
			o.OwnerOf(r, object)
		}
		r.Span.End = max(r.Span.End, o.Names.NameAt(object).End)
		return
	}
	if preposition == head+1 && o.Parse.Lower(preposition) == "of" {
		if _, last := o.Parse.Subtree(object); last-head <= maxComplement && !names.Breaks(o.Parse, head, last) {
			r.Span.End = max(r.Span.End, min(last, object+1))
		}
	}
}

// extendOffice lengthens a role to an office of several words that the lexicon knows
// and that ends at a token, and reports whether there is one.
func (o *Reader) extendOffice(r *roster.Role, head, end int) bool {
	office := strings.ToLower(o.Parse.Slice(language.Span{Start: head, End: end + 1}))
	known := o.Words.Offices[office]
	if known == nil {
		return false
	}
	r.Words, r.Written, r.Head = strings.Fields(office), office, vocabulary.BaseNoun(o.Parse.Lower(head))
	r.Class, r.Title = known.Class, known.Title
	r.Span.End = end + 1
	return true
}

// IsDefinite reports whether a phrase is about one that the reader knows: "the",
// "this", a possessor, or an office written as a name is.
func (o *Reader) IsDefinite(r roster.Role, head int) bool {
	if r.Possessor >= 0 {
		return true
	}
	for i := r.Span.Start; i <= head; i++ {
		switch o.Parse.Lower(i) {
		case "the", "this", "that", "both", "these", "those":
			return true
		case "a", "an", "another", "any", "some", "no", "every", "each", "one", "several", "many", "other", "few":
			return false
		}
		if o.Parse.Tag(i) == "POS" {
			return true
		}
	}
	return vocabulary.StartsUpper(o.Parse.Tokens[head].Text) && (r.Class != "" || r.State != nil)
}
