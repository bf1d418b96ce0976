package names

import (
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// IsLocation reports whether a name of a state, capital (city) or seat is used as
// a location: after "in", "at" or "from", or as a place of writing.
func (t *Text) IsLocation(span language.Span, city bool) bool {
	if t.opensParagraph(span) {
		return true
	}
	head := grammar.SpanHead(t.Parse, span)
	switch t.Parse.Dep(head) {
	case "pobj":
		return locationPreposition(t.Parse.Lower(t.Parse.Head(head)), city)
	case "npadvmod":
		return true
	case "ROOT", "dep", "intj", "meta", "nummod":
		return city
	case "conj", "appos":
		return t.joinedToLocation(head, city)
	case "compound", "nmod":
		// "the Moscow talks", "a Paris hotel": where; "the Kremlin aide": whose.
		return city && t.Words.Names[vocabulary.NameKey(t.Parse.Slice(span))] != nil && !t.PeopleAt(t.Parse.Head(head))
	}
	return false
}

// IsRegionLocation reports whether the name of a part of the world that is not a state
// is a location: unless it acts or is acted with ("talks with Europe").
func (t *Text) IsRegionLocation(span language.Span) bool {
	head := grammar.SpanHead(t.Parse, span)
	above := t.Parse.Head(head)
	switch t.Parse.Dep(head) {
	case "nsubj", "nsubjpass", "dative", "agent":
		return false
	case "pobj":
		if beforeActors[t.Parse.Lower(above)] {
			return false
		}
	case "conj":
		return t.IsRegionLocation(language.Span{Start: above, End: above + 1})
	}
	return true
}

// joinedToLocation reports whether the name that this one is joined to is a location:
// "in Paris and London", "Elysee Palace, Paris".
func (t *Text) joinedToLocation(head int, city bool) bool {
	to := t.Parse.Head(head)
	if t.Parse.Dep(head) == "appos" && t.IsNamed(to) {
		if first := t.NameAt(to); first.Class == Place || first.HasUse(vocabulary.UsePlace, vocabulary.UseCapital, vocabulary.UseSeat) {
			return true
		}
	}
	for range maxListed {
		switch t.Parse.Dep(to) {
		case "pobj":
			return locationPreposition(t.Parse.Lower(t.Parse.Head(to)), city)
		case "conj", "appos":
			to = t.Parse.Head(to)
		default:
			return false
		}
	}
	return false
}

// maxToDash is how many tokens an agency and a date take between the place of writing
// and the dash that ends it. Judgement.
const maxToDash = 8

// opensParagraph reports whether a name opens a paragraph as the place of writing:
// "PARIS (Agency) -", "CAIRO, May 3 —".
func (t *Text) opensParagraph(span language.Span) bool {
	if !grammar.StartsLine(t.Parse, span.Start) {
		return false
	}
	for i := span.End; i < min(span.End+maxToDash, len(t.Parse.Tokens)); i++ {
		switch t.Parse.Tokens[i].Text {
		case "-", "—", "–", "--", "_":
			return t.Parse.Tokens[i-1].Space || i > span.End
		case "(":
			return t.IsNamed(i+1) && t.NameAt(i+1).Class != Person
		}
		if t.Parse.Tokens[i].POS == "VERB" || grammar.StartsLine(t.Parse, i+1) {
			return false
		}
	}
	return false
}

var (
	// beforePlaces stand before any place, beforeCities before cities too.
	beforePlaces = lexicon.Class("before-place")
	beforeCities = lexicon.Class("before-city")
	// beforeActors stand before regions that act.
	beforeActors = lexicon.Class("before-actor")
	// besidePlaces stand before places, and before nothing that acts.
	besidePlaces = lexicon.Class("beside-place")
)

// locationPreposition reports whether a place follows the preposition. A city
// follows more of them: an envoy goes "to Moscow", but speaks "to Russia".
func locationPreposition(preposition string, city bool) bool {
	return beforePlaces[preposition] || city && beforeCities[preposition]
}
