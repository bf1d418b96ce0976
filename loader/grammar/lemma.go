package grammar

import (
	"slices"
	"strings"

	"dateline/loader/lexicon"
)

// IsPhrasal reports whether a verb and a word that depends on it are one of some phrasal
// verbs, such as "call off".
func IsPhrasal(p *Parse, verb int, phrasal lexicon.Set) bool {
	lemma := p.Lemma(verb)
	return slices.ContainsFunc(p.Children(verb), func(child int) bool { return phrasal[lemma+" "+p.Lower(child)] })
}

// Lemma returns a token's base form in lower case.
func (p *Parse) Lemma(i int) string {
	lemma := strings.ToLower(p.Tokens[i].Lemma)
	if plain, ok := irregularLemmas[lemma]; ok {
		return plain
	}
	return lemma
}
