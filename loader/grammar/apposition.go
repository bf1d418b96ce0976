package grammar

import "strings"

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
