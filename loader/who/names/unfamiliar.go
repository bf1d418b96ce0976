package names

import (
	"strings"

	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// The model guesses at names that it was not taught: it takes them for bodies, places and
// peoples. What the text does with a name says more: "Retnowati met Lim".

// unfamiliar are names that the lists do not know and that the model misjudges.
type unfamiliar struct{ *workspace }

// syllableNames claims names whose family name comes first, before a given name of two
// syllables, that no list knows: "Wi Jin-woo". Nothing else is written so, wherever the
// model cuts it.
func (f unfamiliar) syllableNames() {
	for i := 0; i+syllableName <= len(f.parse.Tokens); i++ {
		span := language.Span{Start: i, End: i + syllableName}
		if isHyphenated(f.parse, span) && f.parse.Tokens[i].Space && f.free(span) && f.unlisted(i) && f.unlisted(i+1) && !newlineAfter(f.parse, i) {
			f.claim(span, Person, nil)
		}
	}
}

// syllableName is how many tokens such a name has.
const syllableName = 4

// unlisted reports whether a word is none that the lists know as another than a person's
// name.
func (f unfamiliar) unlisted(i int) bool {
	word, lower := f.parse.Tokens[i].Text, f.parse.Lower(i)
	switch {
	case f.words.IsHonorific(word), f.words.NotInName(word), noNames[word], plainWords[lower], f.clues.common[lower]:
		return false
	case f.words.People[lower], f.words.Bodies[lower], f.words.Offices[lower] != nil:
		return false
	}
	entry, _ := f.clues.lexiconName(i)
	return entry == nil || entry.Weak
}

// actsLikePeople reports whether a name that only the model vouches for, as a body or place,
// does what people do or is in contact as people are, and nothing speaks against a person:
// "Kaveh Rostam phoned", "a call with Tolbukhina".
func (f unfamiliar) actsLikePeople(n *Name) bool {
	last := n.End - 1
	if n.Entry != nil || n.Len() > maxUnknownRun || f.clues.headline[n.Start] || !f.context.standsApart(n.Span) || !f.isShapedAsPerson(n.Span) {
		return false
	}
	first := f.listHead(last)
	if !f.context.actsAsPerson(first) && !(f.context.isInContact(first) && !f.actsAsBody(first)) {
		return false
	}
	return !f.usedAsOther(n.Span)
}

// isShapedAsPerson reports whether all words of a span can be of a person's name and are no
// words of the language.
func (f unfamiliar) isShapedAsPerson(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		token := f.parse.Tokens[i]
		joined := f.clues.joinedByHyphen(i) || i > span.Start && vocabulary.IsParticle(token.Text)
		if token.Text == "-" && joined || joined && vocabulary.IsLower(token.Text) {
			continue
		}
		if !f.clues.bareName(i) || plainWords[f.parse.Lower(i)] || isBrand(token.Text) || companyWords[strings.TrimRight(f.parse.Lower(i), ".")] {
			return false
		}
	}
	return true
}

// actsAsBody reports whether a token stands by a verb that bodies are the subjects and
// objects of as often as people: "joined", "advised", but not "was received by".
func (f unfamiliar) actsAsBody(i int) bool {
	token := f.context.conjunctHead(i)
	return token.Dep != "nsubjpass" && bodyVerbs[f.parse.Lemma(token.Head)]
}

// bodyVerbs are such verbs.
var bodyVerbs = lexicon.Class("body-act")

// usedAsOther reports whether the text uses the words of a span as that of a body or place somewhere: with
// an article, behind a preposition of places, or within a longer name of one.
func (f unfamiliar) usedAsOther(span language.Span) bool {
	word := f.parse.Tokens[span.End-1].Text
	for i := range f.parse.Tokens {
		if f.parse.Tokens[i].Text != word {
			continue
		}
		start := i - span.Len() + 1
		if start > 0 && (f.context.afterLocative(start) || f.parse.Tag(start-1) == "DT") || f.context.speaksAgainstPerson(i) {
			return true
		}
		if owner := f.owner[i]; owner >= 0 && f.names[owner].Class != Person && f.names[owner].Len() > span.Len() {
			return true
		}
	}
	return false
}

// spreadParts claims the names that are a part of somebody's full name, by which the
// article goes on to call that person: "Noraini" of "Noraini binti Samad", "al-Qahtabi" of
// "Nayef bin Rashed al-Qahtabi". The model takes many for places or peoples.
func (a *agreement) spreadParts() {
	parts := a.partsOfPeople()
	for i := range a.parse.Tokens {
		if !vocabulary.StartsUpper(a.parse.Tokens[i].Text) && !vocabulary.IsParticle(a.parse.Tokens[i].Text) {
			continue
		}
		for _, end := range []int{i + 4, i + 3, i + 2, i + 1} {
			span := language.Span{Start: i, End: end}
			if end <= a.parse.SentenceOf(i).End && parts[vocabulary.NameKey(a.parse.Slice(span))] && a.claimPart(span) {
				break
			}
		}
	}
}

// claimPart claims a part of a person's name, unless a list knows it or more than it is a
// name there. It reports whether the part is free or its own name.
func (a *agreement) claimPart(span language.Span) bool {
	if a.clues.headline[span.Start] && a.clues.common[a.parse.Lower(span.Start)] || a.context.namesOther(span.Start) {
		return false
	}
	if a.free(span) {
		if !a.context.standsApart(span) {
			return false
		}
		a.claim(span, Person, nil)
		return true
	}
	owner := a.owner[span.Start]
	if owner < 0 || a.names[owner].Span != span || a.names[owner].Entry != nil {
		return false
	}
	a.names[owner].Class = Person
	return true
}

// partsOfPeople returns the first words of people's full names and what they end in, by
// their keys, without words that mean anything else.
func (a *agreement) partsOfPeople() map[string]bool {
	u, parts := unfamiliar{a.workspace}, map[string]bool{}
	for _, n := range a.names {
		if n.dropped() || n.Class != Person || n.Len() < 2 {
			continue
		}
		if !u.isShapedAsPerson(n.Span) {
			continue
		}
		for i := n.Start; i < n.End; i++ {
			whole := language.Span{Start: i, End: n.End}
			if i > n.Start && a.beginsPart(i) && u.unlisted(n.End-1) {
				parts[vocabulary.NameKey(a.parse.Slice(whole))] = true
			}
		}
		if a.beginsPart(n.Start+1) && u.unlisted(n.Start) && !a.clues.headline[n.Start] {
			parts[vocabulary.NameKey(a.parse.Slice(language.Span{Start: n.Start, End: n.Start + 1}))] = true
		}
	}
	return parts
}

// beginsPart reports whether a part of a name can begin at a token: no hyphen is before it.
func (a *agreement) beginsPart(i int) bool { return !a.clues.joinedByHyphen(i) }
