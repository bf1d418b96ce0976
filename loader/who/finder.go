package who

import (
	"slices"

	"dateline/loader/language"
)

// finder gathers the names of a document. Every token belongs to one name at most.
type finder struct {
	doc   *language.Document
	words *vocabulary
	text  *text
	model *model
	owner []int // per token: index in names, -1 for none
	names []name
}

// findNames returns the names of doc, in order; publisher is whose article it is, ""
// where that is not known.
func findNames(doc *language.Document, publisher string) []name {
	text := newText(doc)
	f := &finder{doc: doc, words: text.words, text: text, model: newModel(text), owner: noneFor(len(doc.Tokens))}
	f.compoundNames()
	f.lexiconNames(2)
	f.modelNames("PERSON", 2)
	f.titledNames()
	f.lexiconNames(1)
	f.givenNames()
	f.modelNames("PERSON", 1)
	f.joinHyphens()
	f.modelNames("ORG", 1)
	f.modelNames("GPE", 1)
	f.modelNames("LOC", 1)
	f.modelNames("FAC", 1)
	f.dropThings()
	f.fullActors()
	f.actors()
	f.guilds()
	f.widenPlaces()
	f.namesakes()
	f.publisher(publisher)
	f.joinParticles()
	f.acronyms()
	f.cues()
	f.agree()
	f.joinParticles()
	f.widenCompanies()
	kept := f.names[:0]
	for _, n := range f.names {
		if n.Start < n.End {
			kept = append(kept, n)
		}
	}
	slices.SortFunc(kept, func(a, b name) int { return a.Start - b.Start })
	return kept
}

// free reports whether no name has a token of span yet.
func (f *finder) free(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if f.owner[i] >= 0 {
			return false
		}
	}
	return span.Start < span.End
}

// claim makes span a name.
func (f *finder) claim(span language.Span, c class, e *entry) {
	for i := span.Start; i < span.End; i++ {
		f.owner[i] = len(f.names)
	}
	f.names = append(f.names, name{Span: span, class: c, entry: e})
}

// drop takes a name back.
func (f *finder) drop(index int) {
	n := &f.names[index]
	for i := n.Start; i < n.End; i++ {
		f.owner[i] = -1
	}
	n.End = n.Start
}

// take lengthens the name before by the name index and what is between them.
func (f *finder) take(index, before int) {
	end := f.names[index].End
	f.drop(index)
	for i := f.names[before].Start; i < end; i++ {
		f.owner[i] = before
	}
	f.names[before].End = end
}
