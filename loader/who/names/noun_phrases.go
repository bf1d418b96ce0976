package names

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// NounPhrase returns the noun phrase of a head without what follows it.
func (t *Text) NounPhrase(head int) language.Span {
	start := head
	for _, child := range t.Parse.Children(head) {
		if child > head {
			break
		}
		if first, _ := t.Parse.Subtree(child); isPremodifier(t.Parse.Dep(child)) && !Breaks(t.Parse, first, head) {
			start = min(start, first)
		}
	}
	if start == head && t.endsName(head) {
		start, _ = t.Parse.Subtree(t.Parse.Head(head))
	}
	for start < head && (t.Parse.Tokens[start].POS == "PUNCT" || t.Parse.Tokens[start].POS == "SPACE" || t.Parse.Tag(start) == "RB") {
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
func (t *Text) endsName(noun int) bool {
	first := t.Parse.Head(noun)
	if t.Parse.Dep(noun) != "appos" || t.Parse.Tag(noun) != "NN" || noun == 0 || first > noun || !t.Words.Bodies[t.Lemma(noun)] {
		return false
	}
	start, _ := t.Parse.Subtree(first)
	return strings.HasPrefix(t.Parse.Tag(noun-1), "NNP") && vocabulary.StartsUpper(t.Parse.Tokens[first].Text) && !Breaks(t.Parse, start, noun)
}

// Breaks reports whether a line or a clause ends between two tokens, or they are too
// far apart for one phrase.
func Breaks(p *grammar.Parse, from, to int) bool {
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

// IsDeterminer reports whether a token at a phrase's start is not part of what names
// it: "the", "some", "his", "several".
func IsDeterminer(p *grammar.Parse, i int) bool {
	if e := p.Tokens[i].Entity; e >= 0 && p.Entities[e].Label == "DATE" {
		return true // "on Monday union officials"
	}
	switch p.Tokens[i].Tag {
	case "CC", "DT", "PDT", "WDT", "PRP$", "IN", "CD", "WRB", "RB", "RBS", "WP$", "``", "''":
		return true
	}
	return beforeNames[p.Lower(i)]
}

var beforeNames = lexicon.Class("before-name")
