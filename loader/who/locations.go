package who

import (
	"dateline/loader/grammar"
	"dateline/loader/language"
)

// isLocation reports whether a name of a state, capital (city) or seat is used as
// a location: after "in", "at" or "from", or as a place of writing.
func (n *namedText) isLocation(span language.Span, city bool) bool {
	if n.opensParagraph(span) {
		return true
	}
	head := grammar.SpanHead(n.parse, span)
	switch n.parse.Dep(head) {
	case "pobj":
		return locationPreposition(n.parse.Lower(n.parse.Head(head)), city)
	case "npadvmod":
		return true
	case "ROOT", "dep", "intj", "meta", "nummod":
		return city
	case "conj", "appos":
		return n.joinedToLocation(head, city)
	case "compound", "nmod":
		// "the Moscow talks", "a Paris hotel": where; "the Kremlin aide": whose.
		return city && n.words.names[nameKey(n.parse.Slice(span))] != nil && !n.peopleAt(n.parse.Head(head))
	}
	return false
}

// isRegionLocation reports whether the name of a part of the world that is not a state
// is a location: unless it acts or is acted with ("talks with Europe").
func (n *namedText) isRegionLocation(span language.Span) bool {
	head := grammar.SpanHead(n.parse, span)
	above := n.parse.Head(head)
	switch n.parse.Dep(head) {
	case "nsubj", "nsubjpass", "dative", "agent":
		return false
	case "pobj":
		switch n.parse.Lower(above) {
		case "with", "between", "against", "by", "toward", "towards", "among":
			return false
		}
	case "conj":
		return n.isRegionLocation(language.Span{Start: above, End: above + 1})
	}
	return true
}

// joinedToLocation reports whether the name that this one is joined to is a location:
// "in Paris and London", "Elysee Palace, Paris".
func (n *namedText) joinedToLocation(head int, city bool) bool {
	to := n.parse.Head(head)
	if n.parse.Dep(head) == "appos" && n.at[to] >= 0 {
		if first := &n.list[n.at[to]]; first.class == classPlace || first.hasUse(usePlace, useCapital, useSeat) {
			return true
		}
	}
	for range maxListed {
		switch n.parse.Dep(to) {
		case "pobj":
			return locationPreposition(n.parse.Lower(n.parse.Head(to)), city)
		case "conj", "appos":
			to = n.parse.Head(to)
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
func (n *namedText) opensParagraph(span language.Span) bool {
	if !lineStart(n.parse, span.Start) {
		return false
	}
	for i := span.End; i < min(span.End+maxToDash, len(n.parse.Tokens)); i++ {
		switch n.parse.Tokens[i].Text {
		case "-", "—", "–", "--", "_":
			return n.parse.Tokens[i-1].Space || i > span.End
		case "(":
			return i+1 < len(n.at) && n.at[i+1] >= 0 && n.list[n.at[i+1]].class != classPerson
		}
		if n.parse.Tokens[i].POS == "VERB" || lineStart(n.parse, i+1) {
			return false
		}
	}
	return false
}

// locationPreposition reports whether a place follows the preposition. A city
// follows more of them: an envoy goes "to Moscow", but speaks "to Russia".
func locationPreposition(preposition string, city bool) bool {
	switch preposition {
	case "in", "at", "near", "around", "across", "inside", "outside", "throughout", "within", "into", "through", "over", "off", "from":
		return true
	case "to", "of", "on":
		return city
	}
	return false
}
