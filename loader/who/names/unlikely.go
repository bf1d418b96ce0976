package names

import (
	"strings"

	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// review corrects what was taken for people.
type review struct{ *workspace }

// reviewPeople corrects names that were taken for people's, where their own words or the words
// beside one mention say that they are of a people, a place, a body or a thing. What is said of
// one mention holds for all that are written so.
func (f review) reviewPeople() {
	verdicts := map[string]verdict{}
	for i := range f.names {
		n := &f.names[i]
		if n.dropped() || n.Entry != nil || verdicts[f.clues.fold(n.Span)] != noVerdict {
			continue
		}
		if v := f.judge(n); v != noVerdict {
			verdicts[f.clues.fold(n.Span)] = v
		}
	}
	for i := range f.names {
		n := &f.names[i]
		if n.dropped() || n.Class != Person {
			continue
		}
		switch verdicts[f.clues.fold(n.Span)] {
		case isNobody:
			f.drop(i)
		case isPlace:
			n.Class = Place
		case isBody:
			n.Class = Organization
		}
	}
}

// verdict is what a name that was taken for a person's is of.
type verdict int

const (
	noVerdict verdict = iota
	isNobody
	isPlace
	isBody
)

// judge returns what a name is of by its words and what stands beside it. A first name or a
// title before it speaks for a person, whatever the rest.
func (f review) judge(n *Name) verdict {
	first, last := n.Start, n.End-1
	switch {
	case f.isPeople(last):
		return isNobody
	case n.Len() > 1 && endsAsPlace(f.parse.Lower(last)) && f.parse.HasChild(last, "the"), n.Len() > 3 && placeWords[f.parse.Lower(last)]:
		return isPlace // "the Rose Garden", "Otto Lund Art Hotel"
	case f.words.IsGiven(f.parse.Tokens[first].Text):
		if f.isModifierOnly(n) {
			return isNobody
		}
		return noVerdict
	case n.Len() > 1 && (bodyHeads[f.parse.Lower(last)] || organizationWords[f.parse.Lower(last)]):
		return isBody // "African Group"
	case f.isTitled(first), f.context.isApposedToPerson(n.Span):
		return noVerdict
	case n.Len() == 1 && f.isPlainWord(first):
		return isNobody
	case f.isPlaceName(n):
		return isPlace
	case f.isBodyName(n):
		return isBody
	}
	return noVerdict
}

// isTitled reports whether a title stands before token i.
func (f *workspace) isTitled(i int) bool {
	return i > 0 && (f.words.IsHonorific(f.parse.Tokens[i-1].Text) || f.words.IsOfficeNoun(f.parse.Lower(i-1)))
}

// isPeople reports whether the last word of a name is a plural of people: "Sikh Americans",
// "Hill Democrats".
func (f review) isPeople(last int) bool {
	if f.parse.Tag(last) != "NNPS" && f.parse.Tag(last) != "NNS" {
		return false
	}
	word := strings.TrimSuffix(f.parse.Lower(last), "s")
	e := f.words.Names[vocabulary.NameKey(vocabulary.Capitalized(word))]
	return f.words.People[word] || e != nil && (e.Use == vocabulary.UseAdjective || e.Use == vocabulary.UsePeople)
}

// isModifierOnly reports whether a single name only ever qualifies common nouns, with nobody
// doing anything: "Oscar organizers".
func (f review) isModifierOnly(n *Name) bool {
	if n.Len() != 1 {
		return false
	}
	word := f.parse.Tokens[n.Start].Text
	for i := range f.parse.Tokens {
		if f.parse.Tokens[i].Text != word {
			continue
		}
		head := f.parse.Tokens[f.parse.Head(i)]
		if dep := f.parse.Dep(i); dep != "compound" && dep != "nmod" || !vocabulary.IsLower(head.Text) || head.Tag != "NNS" {
			return false
		}
	}
	return true
}

// isPlainWord reports whether a single name is a word that the lists know as another, and
// never part of a longer name: "Councilor", "Security".
func (f review) isPlainWord(i int) bool {
	lower := f.parse.Lower(i)
	if !plainWords[lower] || f.context.actsAsPerson(i) && f.words.Offices[lower] == nil {
		return false
	}
	for _, n := range f.names {
		if !n.dropped() && n.Class == Person && n.Len() > 1 && f.parse.Tokens[n.End-1].Text == f.parse.Tokens[i].Text {
			return false
		}
	}
	return true
}

// plainWords are words that the lists know as nouns or other words.
var plainWords = lexicon.PlainWords()

// isPlaceName reports whether a name is a place's: its last word is, "Crawford Lake", or the
// noun of a place has it as its own, "the village of Norra", "the Tel Orem area", "the city
// Zirma"; or it is listed with a place, "in Oslo and Norra".
func (f review) isPlaceName(n *Name) bool {
	last := n.End - 1
	if n.Len() > 1 && (endsAsPlace(f.parse.Lower(last)) || streetWords[f.parse.Lower(last)]) {
		return true
	}
	head := f.parse.Head(last)
	switch f.parse.Dep(last) {
	case "compound", "nmod":
		return f.isPlaceNoun(head) && f.parse.HasChild(head, "the")
	case "appos":
		return f.isPlaceNoun(head) && vocabulary.IsLower(f.parse.Tokens[head].Text)
	}
	if n.Start > 0 && f.isPlaceNoun(n.Start-1) && f.parse.Head(n.Start-1) == last {
		return true
	}
	return f.isOfPlaceNoun(f.listHead(last))
}

// isOfPlaceNoun reports whether "of" joins token i to the noun of a place, or a preposition of
// places stands before it and the lists know it as one.
func (f review) isOfPlaceNoun(i int) bool {
	preposition := f.parse.Head(i)
	if f.parse.Dep(i) != "pobj" {
		return false
	}
	if f.parse.Lower(preposition) == "of" {
		return f.isPlaceNoun(f.parse.Head(preposition))
	}
	owner := f.owner[i]
	if owner < 0 || !besidePlaces[f.parse.Lower(preposition)] {
		return false
	}
	return f.names[owner].HasUse(vocabulary.UsePlace, vocabulary.UseCapital)
}

// isPlaceNoun reports whether a token is a noun of places: "village", "towns".
func (f review) isPlaceNoun(i int) bool {
	if !strings.HasPrefix(f.parse.Tag(i), "NN") {
		return false
	}
	lower := f.parse.Lower(i)
	return placeNouns[lower] || placeNouns[strings.ToLower(f.parse.Tokens[i].Lemma)]
}

// placeNouns are nouns of places that have names.
var placeNouns = lexicon.Class("place-noun")

// isBodyName reports whether the noun of a body stands before a name: "the startup Anvira",
// "the daily, Berita Pagi", "a group called Norra".
func (f review) isBodyName(n *Name) bool {
	last := n.End - 1
	if n.Start > 0 && f.isBodyNoun(n.Start-1) || n.Start > 1 && f.parse.Tokens[n.Start-1].Text == "," && f.isOutletNoun(n.Start-2) {
		return true
	}
	head := f.parse.Head(last)
	switch f.parse.Dep(last) {
	case "appos":
		return f.isBodyNoun(head)
	case "oprd", "attr", "dobj":
		return naming[strings.ToLower(f.parse.Tokens[head].Lemma)] && f.parse.Dep(head) == "acl" && f.isBodyNoun(f.parse.Head(head))
	}
	return false
}

// isOutletNoun reports whether a token is a common noun of outlets, "daily", which the tagger
// takes for an adjective too.
func (f *workspace) isOutletNoun(i int) bool {
	return vocabulary.OutletNouns[f.parse.Tokens[i].Text] && !f.parse.IsVerb(i)
}

// isBodyNoun reports whether a token is a common noun of bodies or outlets.
func (f review) isBodyNoun(i int) bool {
	lower := f.parse.Lower(i)
	if f.parse.Tokens[i].Text != lower || f.words.People[lower] {
		return false
	}
	isBody := f.parse.Tag(i) == "NN" && (f.words.Bodies[lower] || businessNouns[lower])
	return isBody || f.isOutletNoun(i)
}

// naming are verbs that say what something is called.
var naming = lexicon.Class("naming")
