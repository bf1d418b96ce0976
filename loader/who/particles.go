package who

import (
	"strings"

	"dateline/loader/language"
)

// joinParticles makes one name of a person's parts that the model cut apart at a
// particle: "Ursula von der" and "Leyen"; and takes the particles before a
// surname into it, where the article's full name has them.
func (f *finder) joinParticles() {
	for index := range f.names {
		n := &f.names[index]
		if n.Start == n.End || n.class == classLexicon && n.entry.use != usePlace {
			continue
		}
		start := n.Start
		for start > 0 && isParticle(f.doc.Tokens[start-1].Text) && f.owner[start-1] < 0 {
			start--
		}
		if start == n.Start || start == 0 {
			continue
		}
		before := f.owner[start-1]
		switch {
		case before >= 0 && f.names[before].class == classPerson && isLower(f.doc.Tokens[start].Text):
			f.take(index, before)
		case before < 0 && f.fullNameWith(language.Span{Start: start, End: n.End}):
			for i := start; i < n.Start; i++ {
				f.owner[i] = index
			}
			n.Start, n.class, n.entry = start, classPerson, nil
		}
	}
}

// fullNameWith reports whether some person's full name ends in the words of span.
func (f *finder) fullNameWith(span language.Span) bool {
	form := " " + f.text.fold(span)
	for _, n := range f.names {
		if n.class == classPerson && length(n.Span) > length(span) && strings.HasSuffix(f.text.fold(n.Span), form) {
			return true
		}
	}
	return false
}
