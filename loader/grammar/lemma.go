package grammar

import "strings"

// Lemma returns a token's base form in lower case.
func (p *Parse) Lemma(i int) string {
	lemma := strings.ToLower(p.Tokens[i].Lemma)
	if plain, ok := irregularLemmas[lemma]; ok {
		return plain
	}
	return lemma
}
