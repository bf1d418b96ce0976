package who

import (
	"strings"

	"dateline/loader/language"
)

// actors claims single names that the model has missed, where they do or suffer
// what people do: "Orban phoned Merten".
func (f *finder) actors() {
	for i := range f.doc.Tokens {
		if f.owner[i] < 0 && f.doc.Tokens[i].Entity < 0 && f.lonelyName(i) && f.actsAsPerson(i) {
			f.claim(language.Span{Start: i, End: i + 1}, classPerson, nil)
		}
	}
}

// fullActors claims names of two or three words that act as people do and that the
// model has missed, or of which it took the last for a place or a body: "Bo Okoro
// phoned", "invited Piet Boom".
func (f *finder) fullActors() {
	for i := range f.doc.Tokens {
		if i == 0 || f.headline[i] || !f.unknownWord(i) || !f.actsAsPerson(f.listHead(i)) && !f.correspondsAsPerson(i) {
			continue
		}
		span := language.Span{Start: i, End: i + 1}
		for span.Start > 0 && i-span.Start < 2 && f.doc.Tokens[span.Start-1].Dep == "compound" && f.doc.Tokens[span.Start-1].Head == i && f.unknownWord(span.Start-1) && !newlineAfter(f.doc, span.Start-1) {
			span.Start--
		}
		if span.End-span.Start < 2 || f.owner[span.Start] >= 0 || !f.standsApart(span) {
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

// listHead returns the first of those that a name is listed with: "A, B and C".
func (f *finder) listHead(i int) int {
	for range 4 {
		token := f.doc.Tokens[i]
		if token.Dep != "conj" && token.Dep != "appos" || token.Head >= i || f.owner[token.Head] < 0 && f.doc.Tokens[token.Head].Tag != "NNP" {
			break
		}
		i = token.Head
	}
	return i
}

// correspondsAsPerson reports whether a token is whom a call, a letter or a meeting is
// with: "an email from A to B".
func (f *finder) correspondsAsPerson(i int) bool {
	token := f.doc.Tokens[i]
	if token.Dep == "conj" && token.Head != i {
		token = f.doc.Tokens[token.Head]
	}
	if token.Dep != "pobj" {
		return false
	}
	preposition := f.doc.Tokens[token.Head]
	switch strings.ToLower(preposition.Text) {
	case "from", "to", "with", "between":
		return personalNouns[strings.ToLower(f.doc.Tokens[preposition.Head].Lemma)]
	}
	return false
}

// personalNouns are contacts that people have more than bodies do.
var personalNouns = wordSet(`email e-mail letter message call conversation dinner lunch breakfast chat handshake interview`)

// unknownWord reports whether token i is a capitalized word that can be of a person's
// name and that nothing but the model knows.
func (f *finder) unknownWord(i int) bool {
	token := f.doc.Tokens[i]
	lower := strings.ToLower(token.Text)
	if token.Tag != "NNP" || !f.nameWord(i) || isAcronym(token.Text) || f.common[lower] || abstractEnding(lower) || f.words.names[nameKey(token.Text)] != nil {
		return false
	}
	if owner := f.owner[i]; owner >= 0 && (f.names[owner].entry != nil || f.names[owner].class == classPerson) {
		return false
	}
	return !f.words.notInName(token.Text) && !noNames[token.Text] && !f.words.isHonorific(token.Text) && !f.words.people[lower] && !f.words.bodies[lower] && !bodyHeads[lower] && !organizationWords[lower] && !placeHeads[lower] && !thingWords[lower] && !f.namesThing(i)
}

// standsApart reports whether no article or longer name surrounds a run of tokens.
func (f *finder) standsApart(span language.Span) bool {
	if span.Start > 0 && !newlineAfter(f.doc, span.Start-1) {
		before := f.doc.Tokens[span.Start-1]
		if before.Tag == "DT" || before.Text == "-" || before.Text == "&" || startsUpper(before.Text) && strings.HasPrefix(before.Tag, "NN") && !f.words.isHonorific(before.Text) && f.words.offices[strings.ToLower(before.Text)] == nil {
			return false
		}
	}
	if span.End < len(f.doc.Tokens) {
		after := f.doc.Tokens[span.End]
		return after.Text != "-" && after.Text != "&" && !(startsUpper(after.Text) && strings.HasPrefix(after.Tag, "NN"))
	}
	return true
}

// guilds claims plural names that the model has missed before a noun of their
// people: "Teamsters leaders". At a sentence's start the name must stand elsewhere
// too, as any word has a capital there.
func (f *finder) guilds() {
	for i := 0; i+1 < len(f.doc.Tokens); i++ {
		token, next := f.doc.Tokens[i], f.doc.Tokens[i+1]
		lower := strings.ToLower(token.Text)
		if f.owner[i] >= 0 || token.Entity >= 0 || f.headline[i] || token.Dep != "compound" || token.Head != i+1 || next.Tag != "NNS" || !isLower(next.Text) {
			continue
		}
		singular, plural := strings.CutSuffix(lower, "s")
		if !plural || !startsUpper(token.Text) || f.common[lower] || f.words.people[singular] || f.words.bodies[singular] || f.words.notInName(token.Text) || noNames[token.Text] {
			continue
		}
		if f.words.people[strings.TrimSuffix(next.Text, "s")] && (!f.sentenceStart(i) || f.again(i)) {
			f.claim(language.Span{Start: i, End: i + 1}, classOrganization, nil)
		}
	}
}

// lonelyName reports whether token i is a name word with no other beside it.
func (f *finder) lonelyName(i int) bool {
	token := f.doc.Tokens[i]
	lower := strings.ToLower(token.Text)
	if token.Tag != "NNP" || f.headline[i] || !f.nameWord(i) || isAcronym(token.Text) || f.common[lower] || abstractEnding(lower) {
		return false
	}
	if f.words.notInName(token.Text) || noNames[token.Text] || f.words.isHonorific(token.Text) || f.words.people[lower] || f.words.bodies[lower] || bodyHeads[lower] || organizationWords[lower] || placeHeads[lower] || thingWords[lower] || f.namesThing(i) {
		return false
	}
	if i > 0 && !newlineAfter(f.doc, i-1) {
		before := f.doc.Tokens[i-1]
		if before.Tag == "DT" || before.Text == "-" && !before.Space || startsUpper(before.Text) && strings.HasPrefix(before.Tag, "NN") && !f.words.isHonorific(before.Text) {
			return false
		}
	}
	if i+1 < len(f.doc.Tokens) {
		after := f.doc.Tokens[i+1]
		return (after.Text != "-" || token.Space) && !(startsUpper(after.Text) && strings.HasPrefix(after.Tag, "NN"))
	}
	return true
}

// actsAsPerson reports whether a token is the subject or object of a verb of what
// people do to each other, or joined to one that is.
func (f *finder) actsAsPerson(i int) bool {
	token := f.doc.Tokens[i]
	if token.Dep == "conj" && token.Head != i {
		token = f.doc.Tokens[token.Head]
	}
	switch head := f.doc.Tokens[token.Head]; token.Dep {
	case "nsubj", "nsubjpass", "dobj", "dative":
		return f.personalVerb(head)
	case "pobj":
		if text := strings.ToLower(head.Text); text == "with" || text == "to" || text == "by" {
			return f.personalVerb(f.doc.Tokens[head.Head])
		}
	}
	return false
}

func (f *finder) personalVerb(token language.Token) bool {
	return token.POS == "VERB" && personalVerbs[strings.ToLower(token.Lemma)]
}

// personalVerbs say what people do to each other, more than bodies and states do.
var personalVerbs = wordSet(`meet tell phone telephone thank greet invite speak talk chat confer congratulate hug embrace
	email text dine reply quip joke smile reassure interrupt applaud ask invite consult`)
