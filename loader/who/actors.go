package who

import (
	"strings"

	"dateline/loader/language"
)

// actors claims single names that the model has missed, where they do or suffer
// what people do: "Orban phoned Merten".
func (f *finder) actors() {
	for i := range f.doc.Tokens {
		if f.owner[i] < 0 && f.doc.Tokens[i].Entity < 0 && f.text.lonelyName(i) && f.text.actsAsPerson(i) {
			f.claim(language.Span{Start: i, End: i + 1}, classPerson, nil)
		}
	}
}

// fullActors claims names of two or three words that act as people do and that the
// model has missed, or of which it took the last for a place or a body: "Bo Okoro
// phoned", "invited Piet Boom".
func (f *finder) fullActors() {
	for i := range f.doc.Tokens {
		if i == 0 || f.text.headline[i] || !f.unknownWord(i) || !f.text.actsAsPerson(f.listHead(i)) && !f.text.correspondsAsPerson(i) {
			continue
		}
		span := language.Span{Start: i, End: i + 1}
		for span.Start > 0 && i-span.Start < 2 && f.doc.Tokens[span.Start-1].Dep == "compound" && f.doc.Tokens[span.Start-1].Head == i && f.unknownWord(span.Start-1) && !newlineAfter(f.doc, span.Start-1) {
			span.Start--
		}
		if span.End-span.Start < 2 || f.owner[span.Start] >= 0 || !f.text.standsApart(span) {
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

// unknownWord reports whether token i is a capitalized word that can be of a person's
// name and that nothing but the model knows.
func (f *finder) unknownWord(i int) bool {
	token := f.doc.Tokens[i]
	lower := strings.ToLower(token.Text)
	if token.Tag != "NNP" || !f.text.nameWord(i) || isAcronym(token.Text) || f.text.common[lower] || abstractEnding(lower) || f.words.names[nameKey(token.Text)] != nil {
		return false
	}
	if owner := f.owner[i]; owner >= 0 && (f.names[owner].entry != nil || f.names[owner].class == classPerson) {
		return false
	}
	return !f.words.notInName(token.Text) && !noNames[token.Text] && !f.words.isHonorific(token.Text) && !f.words.people[lower] && !f.words.bodies[lower] && !bodyHeads[lower] && !organizationWords[lower] && !placeHeads[lower] && !thingWords[lower] && !f.text.namesThing(i)
}

// guilds claims plural names that the model has missed before a noun of their
// people: "Teamsters leaders". At a sentence's start the name must stand elsewhere
// too, as any word has a capital there.
func (f *finder) guilds() {
	for i := 0; i+1 < len(f.doc.Tokens); i++ {
		token, next := f.doc.Tokens[i], f.doc.Tokens[i+1]
		lower := strings.ToLower(token.Text)
		if f.owner[i] >= 0 || token.Entity >= 0 || f.text.headline[i] || token.Dep != "compound" || token.Head != i+1 || next.Tag != "NNS" || !isLower(next.Text) {
			continue
		}
		singular, plural := strings.CutSuffix(lower, "s")
		if !plural || !startsUpper(token.Text) || f.text.common[lower] || f.words.people[singular] || f.words.bodies[singular] || f.words.notInName(token.Text) || noNames[token.Text] {
			continue
		}
		if f.words.people[strings.TrimSuffix(next.Text, "s")] && (!f.text.sentenceStart(i) || f.text.again(i)) {
			f.claim(language.Span{Start: i, End: i + 1}, classOrganization, nil)
		}
	}
}

// correspondsAsPerson reports whether a token is whom a call, a letter or a meeting is
// with: "an email from A to B".
func (t *text) correspondsAsPerson(i int) bool {
	token := t.doc.Tokens[i]
	if token.Dep == "conj" && token.Head != i {
		token = t.doc.Tokens[token.Head]
	}
	if token.Dep != "pobj" {
		return false
	}
	preposition := t.doc.Tokens[token.Head]
	switch strings.ToLower(preposition.Text) {
	case "from", "to", "with", "between":
		return personalNouns[strings.ToLower(t.doc.Tokens[preposition.Head].Lemma)]
	}
	return false
}

// standsApart reports whether no article or longer name surrounds a run of tokens.
func (t *text) standsApart(span language.Span) bool {
	if span.Start > 0 && !newlineAfter(t.doc, span.Start-1) {
		before := t.doc.Tokens[span.Start-1]
		if before.Tag == "DT" || before.Text == "-" || before.Text == "&" || startsUpper(before.Text) && strings.HasPrefix(before.Tag, "NN") && !t.words.isHonorific(before.Text) && t.words.offices[strings.ToLower(before.Text)] == nil {
			return false
		}
	}
	if span.End < len(t.doc.Tokens) {
		after := t.doc.Tokens[span.End]
		return after.Text != "-" && after.Text != "&" && !(startsUpper(after.Text) && strings.HasPrefix(after.Tag, "NN"))
	}
	return true
}

// lonelyName reports whether token i is a name word with no other beside it.
func (t *text) lonelyName(i int) bool {
	token := t.doc.Tokens[i]
	lower := strings.ToLower(token.Text)
	if token.Tag != "NNP" || t.headline[i] || !t.nameWord(i) || isAcronym(token.Text) || t.common[lower] || abstractEnding(lower) {
		return false
	}
	if t.words.notInName(token.Text) || noNames[token.Text] || t.words.isHonorific(token.Text) || t.words.people[lower] || t.words.bodies[lower] || bodyHeads[lower] || organizationWords[lower] || placeHeads[lower] || thingWords[lower] || t.namesThing(i) {
		return false
	}
	if i > 0 && !newlineAfter(t.doc, i-1) {
		before := t.doc.Tokens[i-1]
		if before.Tag == "DT" || before.Text == "-" && !before.Space || startsUpper(before.Text) && strings.HasPrefix(before.Tag, "NN") && !t.words.isHonorific(before.Text) {
			return false
		}
	}
	if i+1 < len(t.doc.Tokens) {
		after := t.doc.Tokens[i+1]
		return (after.Text != "-" || token.Space) && !(startsUpper(after.Text) && strings.HasPrefix(after.Tag, "NN"))
	}
	return true
}

// actsAsPerson reports whether a token is the subject or object of a verb of what
// people do to each other, or joined to one that is.
func (t *text) actsAsPerson(i int) bool {
	token := t.doc.Tokens[i]
	if token.Dep == "conj" && token.Head != i {
		token = t.doc.Tokens[token.Head]
	}
	switch head := t.doc.Tokens[token.Head]; token.Dep {
	case "nsubj", "nsubjpass", "dobj", "dative":
		return t.personalVerb(head)
	case "pobj":
		if text := strings.ToLower(head.Text); text == "with" || text == "to" || text == "by" {
			return t.personalVerb(t.doc.Tokens[head.Head])
		}
	}
	return false
}

func (t *text) personalVerb(token language.Token) bool {
	return token.POS == "VERB" && personalVerbs[strings.ToLower(token.Lemma)]
}

// personalNouns are contacts that people have more than bodies do.
var personalNouns = wordSet(`email e-mail letter message call conversation dinner lunch breakfast chat handshake interview`)

// personalVerbs say what people do to each other, more than bodies and states do.
var personalVerbs = wordSet(`meet tell phone telephone thank greet invite speak talk chat confer congratulate hug embrace
	email text dine reply quip joke smile reassure interrupt applaud ask invite consult`)
