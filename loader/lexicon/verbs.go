package lexicon

type governing struct {
	verb         string
	prepositions []string
}

var complements = &table[governing]{name: "complements.tsv", columns: func(g *governing) []column {
	return []column{text("verb", &g.verb), words("prepositions", &g.prepositions)}
}}

// Complements returns verbs with a word that introduces what they are about, such as "call
// for".
func Complements() Set {
	return Map(func() map[string]bool {
		found := Set{}
		for _, g := range complements.all() {
			for _, preposition := range g.prepositions {
				found[g.verb+" "+preposition] = true
			}
		}
		return found
	})
}

var journeys = &table[governing]{name: "journeys.tsv", columns: func(g *governing) []column {
	return []column{text("verb", &g.verb), words("prepositions", &g.prepositions)}
}}

// Journeys returns the verbs of going to a place, with the prepositions before the place;
// nil for a verb that has the place as its object.
func Journeys() map[string][]string {
	return Map(func() map[string][]string {
		found := map[string][]string{}
		for _, g := range journeys.all() {
			found[g.verb] = g.prepositions
		}
		return found
	})
}

var quoteCues = formList("quote_cues.tsv", "word", "classes")

// QuoteCues returns the words that attribute a content to somebody, each with its classes as
// the weights of loader/quote have them, such as "speech" or "ask+name".
func QuoteCues() map[string]string { return pairs(quoteCues, form.pair) }
