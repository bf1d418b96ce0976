package grammar

import (
	"strings"

	"dateline/loader/language"
)

// WholeName returns the last noun of a name that the parser took for an apposition of
// its first words: "department" for City in "the City of Oslo Roads and Bridges
// department". Other tokens are returned as they are.
func WholeName(p *Parse, token int) int {
	for _, last := range p.Children(token, "appos") {
		if BodyNouns[p.Lemma(last)] && p.Tag(last) == "NN" && last > 0 && strings.HasPrefix(p.Tag(last-1), "NNP") {
			return last
		}
	}
	return token
}

// NounsBefore returns the nouns of the phrase that ends at the comma before a name which
// another mark or the sentence ends, from the inside out: "association" and "head" for Okoro
// in "the head of the association, Okoro, left". The parser hangs such a name on any of them,
// or on the verb.
func NounsBefore(p *Parse, name language.Span) []int {
	if name.End < len(p.Tokens) && p.Tokens[name.End].POS != "PUNCT" && p.Tokens[name.End].Sentence == p.Tokens[name.Start].Sentence {
		return nil
	}
	comma := name.Start - 1
	for comma > 0 && p.Tag(comma) == "NNP" && name.Start-comma <= maxTitle {
		comma--
	}
	if comma < 1 || p.Tokens[comma].Text != "," {
		return nil
	}
	var nouns []int
	for i := comma - 1; p.IsNoun(i) && p.Tokens[i].Sentence == p.Tokens[name.Start].Sentence; i = p.Head(p.Head(i)) {
		nouns = append(nouns, i)
		if p.Dep(i) != "pobj" || len(nouns) > MaxClimb {
			break
		}
	}
	return nouns
}

// maxTitle is how many words the title before a name can have: "Lt. Gen.". Judgement.
const maxTitle = 2
