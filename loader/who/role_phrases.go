package who

import (
	"strings"

	"dateline/loader/language"
)

// phraseRole reads the role that a noun phrase tells, with the "of" phrase that
// follows its noun: "the president of France", "secretary of state".
func (o *offices) phraseRole(head int) (role, bool) {
	span := o.names.nounPhrase(head)
	r, ok := o.readRole(span, head)
	if !ok {
		return role{}, false
	}
	o.readComplement(&r, head)
	r.definite = o.isDefinite(r, head)
	return r, true
}

// readComplement reads what follows a role's noun after "of" or "to".
func (o *offices) readComplement(r *role, head int) {
	for _, child := range o.doc.Children(head) {
		preposition := strings.ToLower(o.doc.Tokens[child].Text)
		if child < head || o.doc.Tokens[child].Dep != "prep" || preposition != "of" && preposition != "for" && preposition != "in" && preposition != "at" {
			continue
		}
		object := o.parse.objectOf(child)
		if object < 0 {
			continue
		}
		if preposition != "in" && preposition != "at" || o.words.bodies[o.names.lemma(head)] {
			o.complement(r, head, child, object)
		}
	}
}

func (o *offices) complement(r *role, head, preposition, object int) {
	phrase := strings.ToLower(o.doc.Slice(language.Span{Start: head, End: object + 1}))
	if known := o.words.offices[phrase]; known != nil {
		r.words, r.class, r.title, r.head, r.written = strings.Fields(phrase), known.class, known.title, level(strings.ToLower(o.doc.Tokens[head].Text)), phrase
		r.span.End = object + 1
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
	if preposition == head+1 && strings.ToLower(o.doc.Tokens[preposition].Text) == "of" {
		if _, last := o.doc.Subtree(object); last-head <= 8 && !o.parse.breaks(head, last) {
			r.span.End = max(r.span.End, min(last, object+1))
		}
	}
}

// isDefinite reports whether a phrase is about one that the reader knows: "the",
// "this", a possessor, or an office written as a name is.
func (o *offices) isDefinite(r role, head int) bool {
	if r.possessor >= 0 {
		return true
	}
	for i := r.span.Start; i <= head; i++ {
		switch strings.ToLower(o.doc.Tokens[i].Text) {
		case "the", "this", "that", "both", "these", "those":
			return true
		case "a", "an", "another", "any", "some", "no", "every", "each", "one", "several", "many", "other", "few":
			return false
		}
		if o.doc.Tokens[i].Tag == "POS" {
			return true
		}
	}
	return startsUpper(o.doc.Tokens[head].Text) && (r.class != "" || r.state != nil)
}
