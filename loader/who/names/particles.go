package names

import (
	"strings"

	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// particles belong to the surnames after them.
type particles struct{ *workspace }

// joinParticles makes one name of a person's parts that the model cut apart at a
// particle, "Ursula von der" and "Leyen", and takes the particles before a surname
// into it where the article's full name has them.
func (f particles) joinParticles() {
	for index := range f.names {
		n := &f.names[index]
		if n.dropped() || n.Class == Lexicon && n.Entry.Use != vocabulary.UsePlace {
			continue
		}
		start := f.particlesBefore(n.Start)
		if start == n.Start || start == 0 {
			continue
		}
		switch before := f.owner[start-1]; {
		case before >= 0 && f.names[before].Class == Person && vocabulary.IsLower(f.parse.Tokens[start].Text):
			f.join(before, index)
		case before < 0 && f.endsFullName(language.Span{Start: start, End: n.End}):
			f.extend(index, language.Span{Start: start, End: n.End})
			n.Class, n.Entry = Person, nil
		}
	}
}

// particlesBefore returns the first of the unclaimed particles right before token i,
// or i.
func (f particles) particlesBefore(i int) int {
	for i > 0 && f.owner[i-1] < 0 && vocabulary.IsParticle(f.parse.Tokens[i-1].Text) {
		i--
	}
	return i
}

// join lengthens a name by a later one and by what is between them.
func (f particles) join(first, later int) {
	end := f.names[later].End
	f.drop(later)
	f.extend(first, language.Span{Start: f.names[first].Start, End: end})
}

// endsFullName reports whether some person's full name ends in the words of span.
func (f particles) endsFullName(span language.Span) bool {
	form := " " + f.clues.fold(span)
	for _, n := range f.names {
		if n.Class == Person && n.Len() > span.Len() && strings.HasSuffix(f.clues.fold(n.Span), form) {
			return true
		}
	}
	return false
}
