package names

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// reclassify corrects the classes of the names that the lexicon does not know, by the
// words around them.
func (f *finder) reclassify() {
	for i := range f.names {
		n := &f.names[i]
		if n.dropped() || n.Class == Lexicon {
			continue
		}
		switch {
		case f.context.opensReport(n.Span):
			n.Class = Place
		case n.Class != Person && (f.context.readsAsPerson(n) || unfamiliar{f.workspace}.actsLikePeople(n)):
			n.Class = Person
		case n.Class != Place && f.context.readsAsPlace(n.Span):
			n.Class = Place
		}
	}
}

// readsAsPerson reports whether a name that was taken for another is a person's: "who"
// or an age follows it, or it does what people do.
func (c *context) readsAsPerson(n *Name) bool {
	switch {
	case n.Len() > 3 || !c.allNameWords(n.Span):
		return false
	case c.whoFollows(n.Span), c.endsAsFamilyName(n.Span), c.isApposedToPerson(n.Span):
		return true
	case n.Class != Place:
		return false
	case n.Len() == 1:
		return c.loneName(n.Start) && c.actsAsPerson(n.Start)
	}
	return c.saysSo(n.Span)
}

// isApposedToPerson reports whether a name of several words that can be a person's is who a
// noun of people before it means: "the head of the association, Sandro Viti, left".
func (c *context) isApposedToPerson(span language.Span) bool {
	if span.Len() < 2 || !c.allBareNames(span) {
		return false
	}
	return slices.ContainsFunc(grammar.NounsBefore(c.parse, span), c.personNoun)
}

// endsAsFamilyName reports whether the last of several words has an ending of family names
// and no word is of bodies or things: "Katla Steinsdóttir".
func (c *context) endsAsFamilyName(span language.Span) bool {
	if span.Len() < 2 {
		return false
	}
	if !c.allBareNames(span) {
		return false
	}
	last := graph.Fold(c.parse.Tokens[span.End-1].Text)
	for ending := range familyNameEndings {
		if len(last) >= len(ending)+minFamilyStem && strings.HasSuffix(last, ending) {
			return true
		}
	}
	return false
}

var familyNameEndings = lexicon.NameEndings()

// minFamilyStem is how many letters a family name has before such an ending. Judgement.
const minFamilyStem = 3

// opensReport reports whether a name in capitals is an agency report's place of
// writing: "WILMINGTON, Del. (Reuters) -".
func (c *context) opensReport(span language.Span) bool {
	if first := c.parse.Tokens[span.Start].Text; strings.ToUpper(first) != first || !grammar.StartsLine(c.parse, span.Start) {
		return false
	}
	for i := span.End; i < min(span.End+maxToAgency, len(c.parse.Tokens)-1); i++ {
		switch c.parse.Tokens[i].Text {
		case "(":
			e, _ := c.lexiconName(i + 1)
			return e != nil && e.Use == vocabulary.UseOrganization
		case "-", "—", "–":
			return false
		}
	}
	return false
}

// maxToAgency is how many tokens a region and a date take between the place of
// writing and the agency: ", Del., May 3 (". Judgement.
const maxToAgency = 6

// readsAsPlace reports whether something is "in" or "near" a name that is nothing
// else by its words.
func (c *context) readsAsPlace(span language.Span) bool {
	if c.isInState(span) {
		return true
	}
	if span.Len() > maxLocativeWords || !c.afterLocative(span.Start) {
		return false
	}
	last, lower := c.parse.Tokens[span.End-1], c.parse.Lower(span.End-1)
	if last.Dep != "pobj" || last.Head != span.Start-1 || inTrust[strings.ToLower(c.parse.Tokens[c.parse.Tokens[last.Head].Head].Lemma)] {
		return false
	}
	if vocabulary.IsAcronym(last.Text) || c.words.Bodies[lower] || organizationWords[lower] || bodyHeads[lower] {
		return false
	}
	return (!c.words.IsGiven(c.parse.Tokens[span.Start].Text) || span.Len() > 1 && endsAsPlace(lower)) && c.allNameWords(span)
}

// isInState reports whether a state or a part of one follows a name behind a comma, and "of" or
// a preposition of places stands before it: "the people of Bayou La Batre, Alabama, said".
func (c *context) isInState(span language.Span) bool {
	if span.Start == 0 || span.End+1 >= len(c.parse.Tokens) || c.parse.Tokens[span.End].Text != "," || c.parse.Lower(span.Start-1) != "of" && !c.afterLocative(span.Start) {
		return false
	}
	e, end := c.lexiconName(span.End + 1)
	if e == nil || e.Use != vocabulary.UseState && e.Use != vocabulary.UsePlace {
		return false
	}
	return end >= len(c.parse.Tokens) || c.parse.Tokens[end].POS == "PUNCT" || c.parse.IsVerb(end)
}

// maxLocativeWords is how many words the name of a place may have to be known by its
// preposition alone: "Bayou La Batre". Judgement.
const maxLocativeWords = 3

// endsAsPlace reports whether a word ends the names of places, buildings or streets.
func endsAsPlace(lower string) bool {
	return placeWords[lower] || placeHeads[lower] || streetWords[lower]
}

var streetWords = lexicon.Class("street")

// afterLocative reports whether a preposition of places stands before token i.
func (c *context) afterLocative(i int) bool {
	if i == c.parse.SentenceOf(i).Start {
		return false
	}
	return besidePlaces[c.parse.Lower(i-1)]
}

// inTrust are words that take "in" before what is trusted or owned: "believes in X".
var inTrust = lexicon.Class("in-trust")
