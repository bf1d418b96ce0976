package who

import (
	"strings"

	"dateline/loader/language"
)

// isLocation reports whether a name of a state, capital (city) or seat is used as
// a location: after "in", "at" or "from", or in a date line.
func (n *namedText) isLocation(span language.Span, city bool) bool {
	head := n.parse.headOf(span)
	token := n.doc.Tokens[head]
	if n.dateline(span) {
		return true
	}
	switch token.Dep {
	case "pobj":
		return locationPreposition(strings.ToLower(n.doc.Tokens[token.Head].Text), city)
	case "npadvmod":
		return true
	case "ROOT", "dep", "intj", "meta", "nummod":
		return city
	case "conj", "appos":
		return n.joined(head, city)
	case "compound", "nmod":
		// "the Moscow talks", "a Paris hotel": where; "the Kremlin aide": whose.
		return city && n.words.names[nameKey(n.doc.Slice(span))] != nil && !n.peopleAt(token.Head)
	}
	return false
}

// isRegionLocation reports whether the name of a part of the world that is no state
// is a location: unless it acts or is acted with ("talks with Europe").
func (n *namedText) isRegionLocation(span language.Span) bool {
	token := n.doc.Tokens[n.parse.headOf(span)]
	switch token.Dep {
	case "nsubj", "nsubjpass", "dative", "agent":
		return false
	case "pobj":
		switch strings.ToLower(n.doc.Tokens[token.Head].Text) {
		case "with", "between", "against", "by", "toward", "towards", "among":
			return false
		}
	case "conj":
		return n.isRegionLocation(language.Span{Start: token.Head, End: token.Head + 1})
	}
	return true
}

// joined reports whether the name that this one is joined to is a location:
// "in Paris and London", "Elysee Palace, Paris".
func (n *namedText) joined(head int, city bool) bool {
	to := n.doc.Tokens[head].Head
	if n.doc.Tokens[head].Dep == "appos" && n.at[to] >= 0 {
		name := n.list[n.at[to]]
		if name.class == classPlace || name.entry != nil && (name.entry.use == usePlace || name.entry.use == useCapital || name.entry.use == useSeat) {
			return true
		}
	}
	for range 4 {
		token := n.doc.Tokens[to]
		if token.Dep == "pobj" {
			return locationPreposition(strings.ToLower(n.doc.Tokens[token.Head].Text), city)
		}
		if token.Dep != "conj" && token.Dep != "appos" {
			return false
		}
		to = token.Head
	}
	return false
}

// dateline reports whether a name opens a paragraph as the place of writing:
// "PARIS (Agency) -", "CAIRO, May 3 —".
func (n *namedText) dateline(span language.Span) bool {
	if span.Start > 0 && !strings.Contains(n.doc.Tokens[span.Start-1].Text, "\n") {
		return false
	}
	for i := span.End; i < min(span.End+8, len(n.doc.Tokens)); i++ {
		switch n.doc.Tokens[i].Text {
		case "-", "—", "–", "--", "_":
			return n.doc.Tokens[i-1].Space || i > span.End
		case "(":
			return i+1 < len(n.at) && n.at[i+1] >= 0 && n.list[n.at[i+1]].class != classPerson
		}
		if n.doc.Tokens[i].POS == "VERB" || strings.Contains(n.doc.Tokens[i].Text, "\n") {
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
