package names

import (
	"maps"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// agreement makes the names of an article agree: a word that is somebody's surname
// once is one throughout, a form has one class, and a form that is a name once is
// found wherever it stands.
type agreement struct {
	*finder
	surnames map[string]bool // by surnameKey
}

func (f *finder) agree() {
	a := &agreement{finder: f, surnames: f.surnames()}
	a.dropFamilies()
	a.correctFullNames()
	a.vote()
	a.correctLexicon()
	a.spreadSurnames()
	a.spreadParts()
	a.spreadForms()
}

// surnames returns the surnames of people's full names.
func (f *finder) surnames() map[string]bool {
	found := map[string]bool{}
	for _, n := range f.names {
		if n.Class == Person && n.Len() > 1 {
			found[SurnameKey(f.parse.Tokens[surnameToken(f.parse, n.Span)].Text)] = true
		}
	}
	delete(found, "")
	return found
}

// dropFamilies gives up "the Clintons", who are not one person.
func (a *agreement) dropFamilies() {
	for i := range a.names {
		n := &a.names[i]
		if n.Entry == nil && n.Len() == 1 && n.Start > 0 && a.parse.Lower(n.Start-1) == "the" && a.isFamily(a.clues.fold(n.Span)) {
			a.drop(i)
		}
	}
}

// isFamily reports whether a folded word is the plural of a surname.
func (a *agreement) isFamily(form string) bool {
	singular, plural := strings.CutSuffix(form, "s")
	return plural && (a.surnames[skeleton(singular)] || a.surnames[skeleton(strings.TrimSuffix(singular, "e"))])
}

// correctFullNames makes people of longer names that were taken for bodies or places, where
// their last word alone is a person in most places, and nobody else's surname: "developer
// Stavros Kontos" beside "Kontos said".
func (a *agreement) correctFullNames() {
	ballots, found := a.ballots(), map[string]bool{}
	for i := range a.names {
		n := &a.names[i]
		if n.Len() < 2 || n.dropped() || n.Class == Person || n.Class == Lexicon || !a.clues.allBareNames(n.Span) {
			continue
		}
		last := a.parse.Tokens[n.End-1].Text
		b := ballots[graph.Fold(last)]
		if b != nil && b.people > b.others && !a.surnames[SurnameKey(last)] {
			n.Class = Person
			found[SurnameKey(last)] = true
		}
	}
	maps.Copy(a.surnames, found)
}

// ballot counts what the mentions of one form are taken for.
type ballot struct{ people, others int }

// vote gives the single words of one form one class: a person's where it is a
// surname, else what most of its mentions are.
func (a *agreement) vote() {
	ballots := a.ballots()
	for i := range a.names {
		n := &a.names[i]
		if !isVoter(n) {
			continue
		}
		form := a.clues.fold(n.Span)
		b, surname := ballots[form], a.surnames[skeleton(form)]
		switch {
		case n.Class != Person && (surname || b.people > 0 && b.people >= b.others):
			n.Class, n.Entry = Person, nil
		case n.Class == Person && !surname && b.people < b.others && a.clues.label(n.Start) == "":
			n.Class = Organization
		}
	}
}

// ballots counts the classes of the single words, by their form.
func (a *agreement) ballots() map[string]*ballot {
	ballots := map[string]*ballot{}
	for i := range a.names {
		n := &a.names[i]
		if !isVoter(n) {
			continue
		}
		form := a.clues.fold(n.Span)
		if ballots[form] == nil {
			ballots[form] = &ballot{}
		}
		if n.Class == Person {
			ballots[form].people++
		} else {
			ballots[form].others++
		}
	}
	return ballots
}

// isVoter reports whether a name is a single word that the lexicon is not sure of.
func isVoter(n *Name) bool {
	return n.Len() == 1 && (n.Entry == nil || n.Entry.Weak)
}

// correctLexicon makes people of lexicon names that are surnames here: "Israel" of
// "Steve Israel".
func (a *agreement) correctLexicon() {
	for i := range a.names {
		n := &a.names[i]
		if n.Len() == 1 && n.Entry != nil && a.surnames[SurnameKey(a.parse.Slice(n.Span))] && a.readsAsSurname(i) {
			n.Class, n.Entry = Person, nil
		}
	}
}

// readsAsSurname reports whether a lexicon name is used as a surname: the model says
// so, a place is not where something is, or a state is named in no other way.
func (a *agreement) readsAsSurname(index int) bool {
	n := &a.names[index]
	switch {
	case a.clues.label(n.Start) == "PERSON":
		return true
	case n.Entry.Use == vocabulary.UsePlace:
		return a.parse.Tokens[n.Start].Dep != "pobj"
	}
	return n.Entry.Use == vocabulary.UseState && a.onlyForm(index)
}

// onlyForm reports whether the article names a state by no other form than the one
// of name index, and uses that one as the subject of a verb of speech: "Israel said" of Steve Israel.
func (a *agreement) onlyForm(index int) bool {
	n := a.names[index]
	for _, other := range a.names {
		if other.Entry != nil && other.Entry.State == n.Entry.State && a.clues.fold(other.Span) != a.clues.fold(n.Span) {
			return false
		}
	}
	return a.context.saysSo(n.Span)
}

// spreadSurnames claims the words that are people's names elsewhere.
func (a *agreement) spreadSurnames() {
	singles, firsts := a.personWords()
	for i := range a.parse.Tokens {
		token := a.parse.Tokens[i]
		if a.owner[i] >= 0 || !vocabulary.StartsUpper(token.Text) || a.words.NotInName(token.Text) {
			continue
		}
		form := graph.Fold(token.Text)
		first := firsts[form] && token.Tag == "NNP" && a.words.IsGiven(token.Text)
		if !a.surnames[skeleton(form)] && !singles[form] && !first || a.context.namesOther(i) {
			continue
		}
		span := language.Span{Start: i, End: i + 1}
		if a.givenBefore(i) {
			span.Start--
		}
		a.claim(span, Person, nil)
	}
}

// personWords returns the names of people that are single words, and the first words
// of the longer ones, folded.
func (a *agreement) personWords() (singles, firsts map[string]bool) {
	singles, firsts = map[string]bool{}, map[string]bool{}
	for _, n := range a.names {
		switch {
		case n.Class != Person || n.dropped():
		case n.Len() == 1:
			singles[a.clues.fold(n.Span)] = true
		default:
			firsts[graph.Fold(a.parse.Tokens[n.Start].Text)] = true
		}
	}
	return singles, firsts
}

// namesOther reports whether a word is not the person's name that it is elsewhere: it
// is of a thing's name, "the Nobel Prize", "Trump Tower", or a word at a sentence's
// start.
func (c *context) namesOther(i int) bool {
	if c.insideThing(i) || c.namesThing(i) {
		return true
	}
	return c.parse.Tokens[i].Tag != "NNP" && c.sentenceStart(i) && c.common[c.parse.Lower(i)]
}

// insideThing reports whether the model takes token i for a part of a thing's name.
func (c *context) insideThing(i int) bool {
	index := c.parse.Tokens[i].Entity
	return index >= 0 && isThingLabel(c.parse.Entities[index].Label) && c.parse.Entities[index].Len() > 1 && !c.headline[i]
}

// givenBefore reports whether an unclaimed first name stands before token i.
func (f *finder) givenBefore(i int) bool {
	return i > 0 && f.owner[i-1] < 0 && f.words.IsGiven(f.parse.Tokens[i-1].Text) && !newlineAfter(f.parse, i-1)
}

// spreadForms claims the unclaimed repetitions of names of two words or more and
// of acronyms.
func (a *agreement) spreadForms() {
	forms, longest := a.repeatable()
	for i := range a.parse.Tokens {
		if a.owner[i] < 0 && vocabulary.StartsUpper(a.parse.Tokens[i].Text) {
			a.claimForm(i, forms, longest)
		}
	}
}

// repeatable returns the classes of the forms that are names wherever they stand, and
// the length of the longest.
func (a *agreement) repeatable() (forms map[string]Class, longest int) {
	forms, longest = map[string]Class{}, 1
	for _, n := range a.names {
		if n.Class == Lexicon || n.dropped() || n.Len() == 1 && !vocabulary.IsAcronym(a.parse.Tokens[n.Start].Text) {
			continue
		}
		form := vocabulary.NameKey(a.parse.Slice(n.Span))
		if _, known := forms[form]; !known {
			forms[form] = n.Class
		}
		longest = max(longest, n.Len())
	}
	return forms, longest
}

// claimForm claims the longest of the forms that begins at token i.
func (a *agreement) claimForm(i int, forms map[string]Class, longest int) {
	for end := min(i+longest, a.parse.SentenceOf(i).End); end > i; end-- {
		if a.parse.Tokens[end-1].POS == "SPACE" {
			continue
		}
		span := language.Span{Start: i, End: end}
		if c, known := forms[vocabulary.NameKey(a.parse.Slice(span))]; known && a.free(span) {
			a.claim(span, c, nil)
			return
		}
	}
}

// SurnameKey is the form under which surnames are compared.
func SurnameKey(text string) string { return skeleton(graph.Fold(text)) }

// surnameToken returns the last token of a person's name that is no suffix, or the
// first where the family name comes first.
func surnameToken(parse *grammar.Parse, span language.Span) int {
	if isHyphenated(parse, span) {
		return span.Start
	}
	last := span.End - 1
	for last > span.Start && vocabulary.IsSuffix(parse.Tokens[last].Text) {
		last--
	}
	return last
}
