package names

import (
	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// actorNames claims single names that the model has missed, where they are
// subject or object of verbs used of people: "Orban phoned Merten".
func (f *finder) actorNames() {
	for i := range f.parse.Tokens {
		if f.owner[i] < 0 && f.parse.Tokens[i].Entity < 0 && f.context.loneName(i) && f.context.actsAsPerson(i) {
			f.claim(language.Span{Start: i, End: i + 1}, Person, nil)
		}
	}
}

// fullActorNames claims names of two or three words that act as people do and that the
// model has missed, or of which it took the last for a place or a body: "Bo Okoro
// phoned", "invited Piet Boom".
func (f *finder) fullActorNames() {
	for i := range f.parse.Tokens {
		if f.clues.headline[i] || !f.unknownWord(i) || !f.context.actsAsPerson(f.listHead(i)) && !f.context.correspondsAsPerson(i) {
			continue
		}
		span := f.unknownRun(i)
		if span.Len() < 2 || f.owner[span.Start] >= 0 || !f.context.standsApart(span) {
			continue
		}
		if last := f.owner[i]; last >= 0 {
			if f.names[last].Start < span.Start || f.names[last].End > span.End {
				continue
			}
			f.drop(last)
		}
		if f.free(span) {
			f.claim(span, Person, nil)
		}
	}
}

// unknownRun returns token i with at most two unknown words that lean on it.
func (f *finder) unknownRun(i int) language.Span {
	span := language.Span{Start: i, End: i + 1}
	for span.Start > 0 && i-span.Start < 2 {
		before := span.Start - 1
		if token := f.parse.Tokens[before]; token.Dep != "compound" || token.Head != i || !f.unknownWord(before) || newlineAfter(f.parse, before) {
			break
		}
		span.Start = before
	}
	return span
}

// unknownWord reports whether token i can be of a person's name and is known to
// nothing but the model, as a place or body.
func (f *finder) unknownWord(i int) bool {
	if !f.clues.bareName(i) || f.words.Names[vocabulary.NameKey(f.parse.Tokens[i].Text)] != nil {
		return false
	}
	owner := f.owner[i]
	return owner < 0 || f.names[owner].Entry == nil && f.names[owner].Class != Person
}

// listHead returns the first of those that a name is listed with: "A, B and C".
func (f *finder) listHead(i int) int {
	for range maxListed {
		token := f.parse.Tokens[i]
		if token.Dep != "conj" && token.Dep != "appos" || token.Head >= i || f.owner[token.Head] < 0 && f.parse.Tokens[token.Head].Tag != "NNP" {
			break
		}
		i = token.Head
	}
	return i
}

// maxListed is how many names of a list are followed back to its first; judgement.
const maxListed = 4
