package who

import (
	"strings"

	"dateline/loader/language"
)

// nounPhrase returns the noun phrase of a head without what follows it.
func (n *namedText) nounPhrase(head int) language.Span {
	start := head
	for _, child := range n.doc.Children(head) {
		if child > head {
			break
		}
		switch n.doc.Tokens[child].Dep {
		case "det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "npadvmod", "advmod", "punct", "case":
			first, _ := n.doc.Subtree(child)
			if !n.parse.breaks(first, head) {
				start = min(start, first)
			}
		}
	}
	if start == head && n.endsName(head) {
		start, _ = n.doc.Subtree(n.doc.Tokens[head].Head)
	}
	for start < head && (n.doc.Tokens[start].POS == "PUNCT" || n.doc.Tokens[start].POS == "SPACE" || n.doc.Tokens[start].Tag == "RB") {
		start++
	}
	return language.Span{Start: start, End: head + 1}
}

// endsName reports whether a noun of bodies ends the run of words that a capitalized
// one before it begins, where the parser took it for an apposition: "the City of B
// Roads and Bridges department".
func (n *namedText) endsName(noun int) bool {
	token := n.doc.Tokens[noun]
	if token.Dep != "appos" || token.Tag != "NN" || noun == 0 || !n.words.bodies[n.lemma(noun)] || token.Head > noun {
		return false
	}
	first, _ := n.doc.Subtree(token.Head)
	return strings.HasPrefix(n.doc.Tokens[noun-1].Tag, "NNP") && startsUpper(n.doc.Tokens[token.Head].Text) && !n.parse.breaks(first, noun)
}
