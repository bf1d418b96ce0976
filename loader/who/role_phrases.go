package who

import (
	"strings"

	"dateline/loader/language"
)

// phraseRole reads the role that a noun phrase tells, with the "of" phrase that
// follows its noun: "the president of France", "secretary of state".
func (o *offices) phraseRole(head int) (role, bool) {
	r, ok := o.readRole(o.names.nounPhrase(head), head)
	if !ok {
		return role{}, false
	}
	o.readComplement(&r, head)
	r.definite = o.isDefinite(r, head)
	return r, true
}

// readComplement reads what a role's noun is of, from the phrases that follow it. What
// stands "in" or "at" a body is the body's: "at the ministry".
func (o *offices) readComplement(r *role, head int) {
	for _, child := range o.parse.Children(head, "prep") {
		object := o.parse.Child(child, "pobj")
		if child < head || object < 0 {
			continue
		}
		switch o.parse.Lower(child) {
		case "of", "for":
			o.complement(r, head, child, object)
		case "in", "at":
			if o.words.bodies[o.names.lemma(head)] {
				o.complement(r, head, child, object)
			}
		}
	}
}

// maxComplement is how many tokens after a noun its "of" phrase can end. Judgement.
const maxComplement = 8

// complement takes the object of a preposition after a role's noun: as part of the
// office, "Secretary of State", as whose office it is, or else as part of the phrase.
func (o *offices) complement(r *role, head, preposition, object int) {
	if o.extendOffice(r, head, object) {
		o.readComplement(r, object)
		return
	}
	if o.names.at[object] >= 0 {
		if r.state == nil && r.of < 0 {
			o.ownerOf(r, object)
		}
		r.span.End = max(r.span.End, o.names.list[o.names.at[object]].End)
		return
	}
	if preposition == head+1 && o.parse.Lower(preposition) == "of" {
		if _, last := o.parse.Subtree(object); last-head <= maxComplement && !breaks(o.parse, head, last) {
			r.span.End = max(r.span.End, min(last, object+1))
		}
	}
}

// extendOffice lengthens a role to an office of several words that the lexicon knows
// and that ends at a token, and reports whether there is one.
func (o *offices) extendOffice(r *role, head, end int) bool {
	office := strings.ToLower(o.parse.Slice(language.Span{Start: head, End: end + 1}))
	known := o.words.offices[office]
	if known == nil {
		return false
	}
	r.words, r.written, r.head = strings.Fields(office), office, level(o.parse.Lower(head))
	r.class, r.title = known.class, known.title
	r.span.End = end + 1
	return true
}

// isDefinite reports whether a phrase is about one that the reader knows: "the",
// "this", a possessor, or an office written as a name is.
func (o *offices) isDefinite(r role, head int) bool {
	if r.possessor >= 0 {
		return true
	}
	for i := r.span.Start; i <= head; i++ {
		switch o.parse.Lower(i) {
		case "the", "this", "that", "both", "these", "those":
			return true
		case "a", "an", "another", "any", "some", "no", "every", "each", "one", "several", "many", "other", "few":
			return false
		}
		if o.parse.Tag(i) == "POS" {
			return true
		}
	}
	return startsUpper(o.parse.Tokens[head].Text) && (r.class != "" || r.state != nil)
}
