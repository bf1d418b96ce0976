package lexicon

import "dateline/graph"

type instrument struct {
	word  string
	means graph.Means
}

var instruments = &table[instrument]{name: "instruments.tsv", columns: func(i *instrument) []column {
	return []column{text("word", &i.word), one("means", &i.means)}
}}

// Instruments returns the nouns of the means by which people reach each other: "by
// phone", "in a letter".
func Instruments() map[string]graph.Means {
	return Map(func() map[string]graph.Means {
		found := map[string]graph.Means{}
		for _, i := range instruments.all() {
			found[i.word] = i.means
		}
		return found
	})
}
