package reference

import (
	"strings"

	"dateline/loader/grammar"
)

// isAbstract reports whether a noun of people or bodies is used in another sense: "a
// host of reasons", "market power", "3 pm", "the country".
func (n *nominals) isAbstract(token int) bool {
	switch n.names.Lemma(token) {
	case "power", "force", "service", "conference", "mission", "majority":
		return n.parse.Tag(token) == "NN"
	case "industry", "management", "movement", "leadership", "organization", "organisation", "host", "band", "chair", "head", "field":
		return n.parse.Tag(token) == "NN" && n.isOfThings(token)
	case "country", "nation":
		return n.parse.Tag(token) == "NN"
	case "pm", "mp", "mep", "ceo", "cfo", "coo":
		text := n.parse.Tokens[token].Text
		return text == strings.ToLower(text) || token > 0 && n.parse.Tag(token-1) == "CD"
	case "opposition":
		_, last := n.parse.Subtree(token)
		return last > token+1 && n.parse.Lower(token+1) == "to"
	}
	return false
}

// isOfThings reports whether what a noun is "of" is neither named nor people.
func (n *nominals) isOfThings(noun int) bool {
	for _, child := range n.parse.Children(noun) {
		if object := n.parse.Child(child, "pobj"); object >= 0 && child > noun && n.parse.Lower(child) == "of" {
			return !n.names.IsNamed(object) && !n.names.PeopleAt(object)
		}
	}
	return false
}

// partitive returns the noun that a phrase is a part or number of: "members" of
// "a group of members", "aides" of "several of his aides"; -1 for others.
func (n *nominals) partitive(token int) int {
	if !isPartitive(n.names.Lemma(token)) {
		return -1
	}
	for _, child := range n.parse.Children(token) {
		if object := n.parse.Child(child, "pobj"); object > token && n.parse.Lower(child) == "of" {
			return object
		}
	}
	return -1
}

// isPartitive reports whether a word is one of a part or number.
func isPartitive(lemma string) bool {
	switch lemma {
	case "one", "some", "several", "many", "most", "all", "both", "number", "handful", "group", "couple", "dozen", "series", "few", "part", "majority", "half", "hundred", "thousand", "score", "pair", "two", "three", "lot", "any", "each", "rest", "none", "mix", "range", "array", "variety", "collection", "slew", "bunch", "host", "contingent", "circle", "parade", "stream":
		return true
	}
	return false
}

// isVague reports whether a phrase is of no one in particular.
func (n *nominals) isVague(p *phrase) bool {
	alone := p.span.Len() == 1
	if !alone && p.isOfSomebody() {
		return false
	}
	if alone && !p.plural && !n.names.Headline[p.head] && !grammar.StartsLine(n.parse, p.head) {
		return true // "ran for president", "served as envoy": an office, nobody
	}
	switch p.lemma {
	case "side", "party":
		return true
	case "person":
		return p.isOneWord()
	case "people":
		return n.isEverybody(p)
	case "man", "woman", "boy", "girl", "guy", "power", "world", "firm", "force", "unit", "office", "service", "industry", "field", "state", "bloc", "base", "house", "public", "body", "camp", "kingdom", "republic", "nation", "household", "study", "university", "college", "school", "conference", "press", "mission", "movement", "campaign", "board", "bank", "source", "member":
		return alone || !p.definite && !p.plural
	}
	return false
}

// isEverybody reports whether "people" has no number and nothing that says whose: "100
// people" and "people of the valley" can be met, "people" is everybody.
func (n *nominals) isEverybody(p *phrase) bool {
	for i := p.span.Start; i < p.head; i++ {
		if n.parse.Tag(i) == "CD" {
			return false
		}
	}
	return p.span.End == p.head+1
}
