package who

import (
	"strings"

	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// actorNames claims single names that the model has missed, where they do or suffer
// what people do: "Orban phoned Merten".
func (f *finder) actorNames() {
	for i := range f.parse.Tokens {
		if f.owner[i] < 0 && f.parse.Tokens[i].Entity < 0 && f.text.loneName(i) && f.text.actsAsPerson(i) {
			f.claim(language.Span{Start: i, End: i + 1}, classPerson, nil)
		}
	}
}

// fullActorNames claims names of two or three words that act as people do and that the
// model has missed, or of which it took the last for a place or a body: "Bo Okoro
// phoned", "invited Piet Boom".
func (f *finder) fullActorNames() {
	for i := range f.parse.Tokens {
		if f.text.headline[i] || !f.unknownWord(i) || !f.text.actsAsPerson(f.listHead(i)) && !f.text.correspondsAsPerson(i) {
			continue
		}
		span := f.unknownRun(i)
		if length(span) < 2 || f.owner[span.Start] >= 0 || !f.text.standsApart(span) {
			continue
		}
		if last := f.owner[i]; last >= 0 {
			if f.names[last].Start < span.Start || f.names[last].End > span.End {
				continue
			}
			f.drop(last)
		}
		if f.free(span) {
			f.claim(span, classPerson, nil)
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
	if !f.text.bareName(i) || f.words.names[nameKey(f.parse.Tokens[i].Text)] != nil {
		return false
	}
	owner := f.owner[i]
	return owner < 0 || f.names[owner].entry == nil && f.names[owner].class != classPerson
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

// guildNames claims plural names that the model has missed before a noun of their
// people: "Teamsters leaders". At a sentence's start the name must stand elsewhere
// too, as any word has a capital there.
func (f *finder) guildNames() {
	for i := 0; i+1 < len(f.parse.Tokens); i++ {
		token := f.parse.Tokens[i]
		if f.owner[i] >= 0 || token.Entity >= 0 || f.text.headline[i] || !f.text.beforeMembers(i) || !f.text.guildWord(i) {
			continue
		}
		if !f.text.sentenceStart(i) || f.text.capitalizedElsewhere(i) {
			f.claim(language.Span{Start: i, End: i + 1}, classOrganization, nil)
		}
	}
}

// guildWord reports whether token i is a capitalized plural that is not a noun of
// people or bodies.
func (t *text) guildWord(i int) bool {
	word, lower := t.parse.Tokens[i].Text, t.parse.Lower(i)
	singular, plural := strings.CutSuffix(lower, "s")
	if !plural || !startsUpper(word) || t.common[lower] || t.words.notInName(word) || noNames[word] {
		return false
	}
	return !t.words.people[singular] && !t.words.bodies[singular]
}

// beforeMembers reports whether token i stands before a plural noun of people:
// "leaders", "members".
func (t *text) beforeMembers(i int) bool {
	token, next := t.parse.Tokens[i], t.parse.Tokens[i+1]
	if token.Dep != "compound" || token.Head != i+1 || next.Tag != "NNS" || !isLower(next.Text) {
		return false
	}
	return t.words.people[strings.TrimSuffix(next.Text, "s")]
}

// loneName reports whether token i can be a person's name with no other word beside
// it.
func (t *text) loneName(i int) bool {
	return !t.headline[i] && t.bareName(i) && !t.nameBefore(i) && !t.nameAfter(i)
}

// nameBefore reports whether an article or a part of the same name stands before
// token i.
func (t *text) nameBefore(i int) bool {
	if i == 0 || newlineAfter(t.parse, i-1) {
		return false
	}
	before := t.parse.Tokens[i-1]
	return before.Tag == "DT" || before.Text == "-" && !before.Space || isCapitalNoun(before) && !t.words.isHonorific(before.Text)
}

// nameAfter reports whether a part of the same name stands after token i.
func (t *text) nameAfter(i int) bool {
	if i+1 >= len(t.parse.Tokens) {
		return false
	}
	after := t.parse.Tokens[i+1]
	return after.Text == "-" && !t.parse.Tokens[i].Space || isCapitalNoun(after)
}

// standsApart reports whether no article or longer name surrounds a run of tokens. A
// title may stand before it.
func (t *text) standsApart(span language.Span) bool {
	if span.Start > 0 && !newlineAfter(t.parse, span.Start-1) {
		before := t.parse.Tokens[span.Start-1]
		title := t.words.isHonorific(before.Text) || t.words.offices[strings.ToLower(before.Text)] != nil
		if before.Tag == "DT" || joinsNames(before) || isCapitalNoun(before) && !title {
			return false
		}
	}
	return span.End >= len(t.parse.Tokens) || !joinsNames(t.parse.Tokens[span.End]) && !isCapitalNoun(t.parse.Tokens[span.End])
}

// joinsNames reports whether a token joins two words to one name.
func joinsNames(token language.Token) bool { return token.Text == "-" || token.Text == "&" }

// actsAsPerson reports whether a token is the subject or object of a verb of what
// people do to each other, or joined to one that is.
func (t *text) actsAsPerson(i int) bool {
	token := t.conjunctHead(i)
	switch head := t.parse.Tokens[token.Head]; token.Dep {
	case "nsubj", "nsubjpass", "dobj", "dative":
		return isPersonalVerb(head)
	case "pobj":
		return partnerPreposition(strings.ToLower(head.Text)) && isPersonalVerb(t.parse.Tokens[head.Head])
	}
	return false
}

// correspondsAsPerson reports whether a token is whom a call, a letter or a meeting is
// with: "an email from A to B".
func (t *text) correspondsAsPerson(i int) bool {
	token := t.conjunctHead(i)
	if token.Dep != "pobj" {
		return false
	}
	preposition := t.parse.Tokens[token.Head]
	switch strings.ToLower(preposition.Text) {
	case "from", "to", "with", "between":
		return personalNouns[strings.ToLower(t.parse.Tokens[preposition.Head].Lemma)]
	}
	return false
}

// conjunctHead returns the token that token i is joined to by "and", or itself.
func (t *text) conjunctHead(i int) language.Token {
	token := t.parse.Tokens[i]
	if token.Dep == "conj" {
		return t.parse.Tokens[token.Head]
	}
	return token
}

func isPersonalVerb(token language.Token) bool {
	return token.POS == "VERB" && personalVerbs[strings.ToLower(token.Lemma)]
}

// personalNouns are contacts that people have more than bodies do.
var personalNouns = lexicon.Class("personal-contact")

// personalVerbs say what people do to each other, more than bodies and states do.
var personalVerbs = lexicon.Class("personal-act")
