package names

import (
	"strings"

	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// actors are names that the model has missed, by what is done to or by them.
type actors struct{ *workspace }

// actorNames claims single names that the model has missed, where they are
// subject or object of verbs used of people: "Orban phoned Merten".
func (f actors) actorNames() {
	for i := range f.parse.Tokens {
		if f.owner[i] < 0 && f.isUnlabelled(i) && f.context.loneName(i) && (f.context.actsAsPerson(i) || f.context.isInContact(i)) {
			f.claim(language.Span{Start: i, End: i + 1}, Person, nil)
		}
	}
}

// isUnlabelled reports whether the model gives no name to token i, or takes it for a people
// or product though no list knows it: it knows no other names that well.
func (f actors) isUnlabelled(i int) bool {
	switch f.clues.label(i) {
	case "":
		return true
	case "NORP", "PRODUCT":
		return f.parse.Entities[f.parse.Tokens[i].Entity].Len() == 1 && unfamiliar{f.workspace}.unlisted(i) && !strings.HasSuffix(f.parse.Lower(i), "s")
	}
	return false
}

// fullActorNames claims names of two words or more that act as people do, or are in contact
// with somebody, and that the model has missed, or of which it took a part for a place or a
// body: "Bo Okoro phoned", "hosted Osa Dayne".
func (f actors) fullActorNames() {
	for i := range f.parse.Tokens {
		if f.clues.headline[i] || !f.unknownWord(i) || !f.takesPart(i) {
			continue
		}
		span := f.unknownRun(i)
		if span.Len() < 2 || !f.context.standsApart(span) || !f.isWithin(span) {
			continue
		}
		for token := span.Start; token < span.End; token++ {
			if owner := f.owner[token]; owner >= 0 {
				f.drop(owner)
			}
		}
		f.claim(span, Person, nil)
	}
}

// takesPart reports whether token i acts, corresponds or is listed as a person does.
func (f actors) takesPart(i int) bool {
	first := f.listHead(i)
	if f.context.actsAsPerson(first) || f.context.correspondsAsPerson(i) || f.context.isInContact(first) {
		return true
	}
	owner := f.owner[first]
	return first != i && f.parse.Tokens[i].Dep == "conj" && owner >= 0 && f.names[owner].Class == Person
}

// isWithin reports whether the names that own the tokens of span are parts of it that only
// the model vouches for.
func (f actors) isWithin(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if f.owner[i] < 0 {
			continue
		}
		n := f.names[f.owner[i]]
		if n.Entry != nil || n.Start < span.Start || n.End > span.End || n.Len() == span.Len() {
			return false
		}
	}
	return true
}

// maxUnknownRun is how many words that lean on a last one are of the same name, particles
// included: "Inês Lara de la Pena". Judgement.
const maxUnknownRun = 5

// unknownRun returns token i with the unknown words that lean on it.
func (f actors) unknownRun(i int) language.Span {
	span := language.Span{Start: i, End: i + 1}
	for j := i - 1; j >= 0 && i-j <= maxUnknownRun && !newlineAfter(f.parse, j); j-- {
		token := f.parse.Tokens[j]
		if token.Sentence != f.parse.Tokens[i].Sentence || token.Head <= j || token.Head > i {
			break
		}
		if vocabulary.IsParticle(token.Text) && token.Text != "," && f.owner[j] < 0 {
			continue
		}
		if token.Dep != "compound" || !f.unknownWord(j) {
			break
		}
		span.Start = j
	}
	return span
}

// unknownWord reports whether token i can be of a person's name and is known to
// nothing but the model, as a place or body.
func (f *workspace) unknownWord(i int) bool {
	if !f.clues.bareName(i) || f.words.Names[vocabulary.NameKey(f.parse.Tokens[i].Text)] != nil {
		return false
	}
	owner := f.owner[i]
	return owner < 0 || f.names[owner].Entry == nil && f.names[owner].Class != Person
}

// listHead returns the first of those that a name is listed with: "A, B and C".
func (f *workspace) listHead(i int) int {
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
