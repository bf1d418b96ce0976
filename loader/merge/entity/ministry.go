package entity

import (
	"cmp"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
)

var (
	// ministries are nouns of ministries.
	ministries = lexicon.Class("ministry")
	// smallInMinistries do not distinguish ministries.
	smallInMinistries = lexicon.SmallWords(lexicon.Ministry)
	// ministrySpellings maps spellings of what ministries are for to one.
	ministrySpellings = lexicon.Abbreviations(lexicon.OfMinistry)
)

// ministryKey returns one key for both ways to name a ministry, "Ministry of Defence"
// and "Defense Ministry". It returns "" for other names, and for a ministry that is not
// named in full.
func ministryKey(name string) string {
	words := strings.Fields(graph.Fold(name))
	kind := slices.IndexFunc(words, func(word string) bool { return ministries[word] })
	if kind < 0 || kind > 0 && kind < len(words)-1 || kind == 0 && (len(words) < 3 || words[1] != "of") {
		return ""
	}
	var of []string
	for i, word := range words {
		switch {
		case i == kind || smallWords[word] || smallInMinistries[word]:
		default:
			of = append(of, cmp.Or(ministrySpellings[word], word))
		}
	}
	if len(of) == 0 {
		return ""
	}
	slices.Sort(of)
	return words[kind] + " " + strings.Join(of, " ")
}
