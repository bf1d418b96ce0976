package reference

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/lexicon"
)

// isAbstract reports whether a noun of people or bodies is used in another sense: "a
// host of reasons", "market power", "3 pm", "the country".
func (n *nominals) isAbstract(token int) bool {
	lemma := n.names.Lemma(token)
	switch {
	case abstract[lemma]:
		return n.parse.Tag(token) == "NN"
	case abstractOf[lemma]:
		return n.parse.Tag(token) == "NN" && n.isOfThings(token)
	}
	switch {
	case officeInitials[lemma]:
		text := n.parse.Tokens[token].Text
		return text == strings.ToLower(text) || token > 0 && n.parse.Tag(token-1) == "CD"
	case abstractWithTo[lemma]:
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
	if !parts[n.names.Lemma(token)] {
		return -1
	}
	for _, child := range n.parse.Children(token) {
		if object := n.parse.Child(child, "pobj"); object > token && n.parse.Lower(child) == "of" {
			return object
		}
	}
	return -1
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
	switch {
	case neverSomebody[p.lemma]:
		return true
	case nobodyAlone[p.lemma]:
		return p.isOneWord()
	case everybody[p.lemma]:
		return n.isEverybody(p)
	}
	return nobodies[p.lemma] && (alone || !p.definite && !p.plural)
}

var (
	abstract   = lexicon.Class("abstract")
	abstractOf = lexicon.Class("abstract-of")
	parts      = lexicon.Class("part")
	nobodies   = lexicon.Class("nobody")
	// officeInitials are offices in capitals, and not what they are without: "3 pm".
	officeInitials = lexicon.Class("office-initials")
	// abstractWithTo are abstract before "to": "the opposition to the plan".
	abstractWithTo = lexicon.Class("abstract-to")
	// neverSomebody, nobodyAlone and everybody are vague in any phrase, if they are all of
	// it, or if nothing says how many or whose.
	neverSomebody = lexicon.Class("never-somebody")
	nobodyAlone   = lexicon.Class("nobody-alone")
	everybody     = lexicon.Class("everybody")
)

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
