package names

import (
	"slices"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// Class is what a name names.
type Class int

// The classes of names.
const (
	Person Class = iota
	Organization
	Place
	Lexicon // what its lexicon entry says
)

// Name is a run of tokens that names something.
type Name struct {
	language.Span
	Class Class
	Entry *vocabulary.Entry // from the lexicon; nil for other names
}

// HasUse reports whether a name is one of the lexicon's that stands for one of some
// uses.
func (n *Name) HasUse(uses ...vocabulary.Use) bool {
	return n.Entry != nil && slices.Contains(uses, n.Entry.Use)
}

// Find finds the names of a text; publisher is whose article it is, "" where that is not
// known.
//
// Each step claims the tokens of names, and a claim stands unless a later step gives it
// up. So the order is one of trust: what identifies a name comes before what makes it
// likely, and of equals the step that finds the longer names comes first. Every step
// was moved before every other over the 3,100 texts of the development sets; the
// examples are names that the move loses.
func Find(parse *grammar.Parse, publisher string) *Text {
	f := newFinder(parse)
	f.claimKnown()
	f.claimProposed()
	f.claimMissed()
	f.correct(publisher)
	f.agree()
	f.complete()
	return f.found()
}

// found returns the text with the names that are claimed in the end.
func (f *finder) found() *Text {
	t := &Text{Parse: f.parse, Words: f.words, Headline: f.clues.headline, List: f.kept()}
	t.at = slices.Repeat([]int{-1}, len(f.parse.Tokens))
	for i, name := range t.List {
		for token := name.Start; token < name.End; token++ {
			t.at[token] = i
		}
	}
	return t
}

// claimKnown claims the names that a list, a title or their own words identify.
func (f *finder) claimKnown() {
	// Names that a noun of bodies ends hold other names: "U.S. Federal Bureau of
	// Investigation", "Writers Guild of America".
	f.compoundNames()
	// The model takes what stands before a long name for a part of it: "Obama White
	// House".
	f.lexiconNames(2)
	// The model cuts them at the hyphen or before it.
	unfamiliar{f.workspace}.syllableNames()
	// Full names before titles, which can be of the name, "Mother Teresa", or of a
	// longer title, "Executive Director Anthony Romero"; and before single words of
	// the lexicon, which people are called by: "Dawn Hochsprung".
	f.proposedNames("PERSON", 2)
	// A title makes a person of a word that the lexicon knows: "Rep. Hill".
	f.titledNames()
	f.lexiconNames(1)
	// A first name takes the words after it, so the lexicon's come before: "Washington
	// Christina Rocca".
	f.givenNames()
}

// claimProposed claims the names that the model alone vouches for. It knows people
// best, and takes bodies for places more often than the other way round.
func (f *finder) claimProposed() {
	// After first names: it sees "Silva" alone where "Ana Silva" stands.
	f.proposedNames("PERSON", 1)
	// It cuts "Kang Dae-sung" at the hyphen, and takes the rest for a body.
	f.joinHyphens()
	f.proposedNames("ORG", 1)
	f.proposedNames("GPE", 1)
	f.proposedNames("LOC", 1)
	f.proposedNames("FAC", 1)
	// Before anything is concluded from a name: "the Tolman Bill" is no person.
	f.dropThings()
}

// claimMissed claims names that nothing has found, by what is done to or by them.
func (f *finder) claimMissed() {
	// Full names first: their last word acts as a single name does.
	actors{f.workspace}.fullActorNames()
	actors{f.workspace}.actorNames()
	f.guildNames()
	outlets{f.workspace}.outletNames()
}

// correct corrects the classes of what is claimed, while each mention still has its
// own: after it the mentions of one form are made to agree.
func (f *finder) correct(publisher string) {
	f.widenPlaces()
	// After all that could own a word of the phrase.
	namePhrases{f.workspace}.completePeople()
	// Counts the places of America, so all names of places are claimed before.
	f.resolveNamesakes()
	f.publisherNames(publisher)
	// Before agreement reads surnames: "Ursula von der" has none.
	particles{f.workspace}.joinParticles()
	// Only what no name has taken is an acronym by itself: "Broadcaster NBC".
	f.acronymNames()
	f.reclassify()
	// The last word on what only the model vouches for.
	doubts{f.workspace}.dropDoubtfulPeople()
	doubts{f.workspace}.dropPlacesWithArticle()
	review{f.workspace}.reviewPeople()
	pairs{f.workspace}.dropPairs()
}

// complete lengthens names by what goes with them. The particles of a surname need
// the mentions that agreement finds, "de Blasio", and "Inc" goes with whatever stands
// before it in the end.
func (f *finder) complete() {
	particles{f.workspace}.joinParticles()
	f.widenCompanies()
}
