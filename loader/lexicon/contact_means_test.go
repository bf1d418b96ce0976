package lexicon_test

import (
	"slices"
	"testing"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// A means without a word would never be read, and a word with a means that graph does not
// have could not be stored.
func TestEveryMeansHasAWord(t *testing.T) {
	words := map[graph.Means]string{}
	for lemma, senses := range lexicon.ContactVerbs() {
		for _, sense := range senses {
			words[sense.Means] = lemma
		}
	}
	for lemma, noun := range lexicon.ContactNouns() {
		words[noun.Means] = lemma
	}
	for _, means := range graph.MeansKinds() {
		if words[means] == "" {
			t.Errorf("no word says %s: add a line to loader/lexicon/contact_verbs.tsv or contact_nouns.tsv", means)
		}
	}
	for word, means := range lexicon.Instruments() {
		words[means] = word
	}
	for means, word := range words {
		if !slices.Contains(graph.MeansKinds(), means) {
			t.Errorf("%q has the means %q: add a row to meansTable in graph/means.go, or correct its line in loader/lexicon", word, means)
		}
	}
}
