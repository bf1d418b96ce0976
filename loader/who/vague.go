package who

import (
	"strings"
)

// abstract reports whether a noun of people or bodies is used in another sense: "a
// host of reasons", "market power", "3 pm", "the country".
func (n *nominals) abstract(token int) bool {
	lemma, text := n.names.lemma(token), n.doc.Tokens[token].Text
	switch lemma {
	case "power", "mission", "force", "service", "industry", "management", "conference", "movement", "leadership", "organization", "organisation", "host", "band", "chair", "head", "majority", "field":
		if n.doc.Tokens[token].Tag != "NN" {
			return false
		}
		if lemma == "power" || lemma == "force" || lemma == "service" || lemma == "conference" || lemma == "mission" || lemma == "majority" {
			return true
		}
		for _, child := range n.doc.Children(token) {
			if object := n.parse.objectOf(child); object >= 0 && child > token && strings.ToLower(n.doc.Tokens[child].Text) == "of" {
				return n.names.at[object] < 0 && !n.names.peopleAt(object)
			}
		}
	case "country", "nation":
		return n.doc.Tokens[token].Tag == "NN"
	case "pm", "mp", "mep", "ceo", "cfo", "coo":
		return text == strings.ToLower(text) || token > 0 && n.doc.Tokens[token-1].Tag == "CD"
	case "opposition":
		_, last := n.doc.Subtree(token)
		return last > token+1 && strings.ToLower(n.doc.Tokens[token+1].Text) == "to"
	}
	return false
}

// partitive returns the noun that a phrase is a part or number of: "members" of
// "a group of members", "aides" of "several of his aides"; -1 for others.
func (n *nominals) partitive(token int) int {
	switch n.names.lemma(token) {
	case "one", "some", "several", "many", "most", "all", "both", "number", "handful", "group", "couple", "dozen", "series", "few", "part", "majority", "half", "hundred", "thousand", "score", "pair", "two", "three", "lot", "any", "each", "rest", "none", "mix", "range", "array", "variety", "collection", "slew", "bunch", "host", "contingent", "circle", "parade", "stream":
	default:
		return -1
	}
	for _, child := range n.doc.Children(token) {
		if strings.ToLower(n.doc.Tokens[child].Text) == "of" {
			if object := n.parse.objectOf(child); object > token {
				return object
			}
		}
	}
	return -1
}

// vague reports whether a phrase says of no one in particular who it is.
func (n *nominals) vague(p phrase, lemma string) bool {
	if length(p.span) > 1 && (p.state != nil || p.owner >= 0 || p.part >= 0) {
		return false
	}
	if length(p.span) == 1 && !p.plural && !n.names.headline[p.head] && !lineStart(n.doc, p.head) {
		return true // "ran for president", "served as envoy": an office, nobody
	}
	switch lemma {
	case "side", "party":
		return true
	case "person":
		return len(strings.Fields(p.bare)) == 1
	case "people":
		return n.unnumbered(p)
	case "man", "woman", "boy", "girl", "guy", "power", "world", "firm", "force", "unit", "office", "service", "industry", "field", "state", "bloc", "base", "house", "public", "body", "camp", "kingdom", "republic", "nation", "household", "study", "university", "college", "school", "conference", "press", "mission", "movement", "campaign", "board", "bank", "source", "member":
		return length(p.span) == 1 || !p.definite && !p.plural
	}
	return false
}

// unnumbered reports whether "people" has no number and nothing that says whose:
// "100 people" and "people of the valley" can be met, "people" is everybody.
func (n *nominals) unnumbered(p phrase) bool {
	for i := p.span.Start; i < p.head; i++ {
		if n.doc.Tokens[i].Tag == "CD" {
			return false
		}
	}
	return p.span.End == p.head+1
}
