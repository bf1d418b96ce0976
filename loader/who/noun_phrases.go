package who

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
)

// nounPhrase returns the noun phrase of a head without what follows it.
func (n *namedText) nounPhrase(head int) language.Span {
	start := head
	for _, child := range n.parse.Children(head) {
		if child > head {
			break
		}
		if first, _ := n.parse.Subtree(child); isPremodifier(n.parse.Dep(child)) && !breaks(n.parse, first, head) {
			start = min(start, first)
		}
	}
	if start == head && n.endsName(head) {
		start, _ = n.parse.Subtree(n.parse.Head(head))
	}
	for start < head && (n.parse.Tokens[start].POS == "PUNCT" || n.parse.Tokens[start].POS == "SPACE" || n.parse.Tag(start) == "RB") {
		start++
	}
	return language.Span{Start: start, End: head + 1}
}

// isPremodifier reports whether a label is one of what stands before a noun in its
// phrase.
func isPremodifier(dep string) bool {
	switch dep {
	case "det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "npadvmod", "advmod", "punct", "case":
		return true
	}
	return false
}

// endsName reports whether a noun of bodies ends the run of words that a capitalized
// one before it begins, where the parser took it for an apposition: "the City of B
// Roads and Bridges department".
func (n *namedText) endsName(noun int) bool {
	first := n.parse.Head(noun)
	if n.parse.Dep(noun) != "appos" || n.parse.Tag(noun) != "NN" || noun == 0 || first > noun || !n.words.bodies[n.lemma(noun)] {
		return false
	}
	start, _ := n.parse.Subtree(first)
	return strings.HasPrefix(n.parse.Tag(noun-1), "NNP") && startsUpper(n.parse.Tokens[first].Text) && !breaks(n.parse, start, noun)
}

// breaks reports whether a line or a clause ends between two tokens, or they are too
// far apart for one phrase.
func breaks(p *grammar.Parse, from, to int) bool {
	for i := from; i < to; i++ {
		switch p.Tokens[i].Text {
		case ".", ":", ";", "—":
			return true
		}
	}
	if grammar.BreakBetween(p, from, to) {
		return true
	}
	return to-from > maxPhrase
}

// maxPhrase is how many tokens before its noun a phrase can have; longer ones are
// errors of the parse. Judgement.
const maxPhrase = 15

// isDeterminer reports whether a token at a phrase's start is not part of what names
// it: "the", "some", "his", "several".
func isDeterminer(p *grammar.Parse, i int) bool {
	if e := p.Tokens[i].Entity; e >= 0 && p.Entities[e].Label == "DATE" {
		return true // "on Monday union officials"
	}
	switch p.Tokens[i].Tag {
	case "CC", "DT", "PDT", "WDT", "PRP$", "IN", "CD", "WRB", "RB", "RBS", "WP$", "``", "''":
		return true
	}
	switch p.Lower(i) {
	case "several", "many", "other", "various", "such", "few", "certain", "more", "own", "same", "unidentified", "unnamed", "least", "most", "dozen", "about":
		return true
	}
	return false
}
