package entity

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/loader/lexicon"
	"dateline/loader/merge/internal/spelling"
)

// surnames maps the key of each spelling of a name, given or of a family, to that of the
// one that stands for all of them, if romanization does not map them to one.
var surnames = lexicon.Map(func() map[string]string {
	found := map[string]string{}
	for _, variants := range lexicon.NameVariants(lexicon.Surnames) {
		for _, name := range variants.Names {
			found[spellingKey(name)] = spellingKey(variants.Of)
		}
	}
	return found
})

// variants are the forms of a given name in several languages, and its short forms.
var variants = spelling.Variants(lexicon.Map(func() map[string][]int {
	var rows [][]string
	for _, variants := range lexicon.NameVariants(lexicon.Across) {
		rows = append(rows, variants.Names)
	}
	return spelling.IndexVariants(rows, spellingKey)
}))

// givenNameKeys returns the keys of a given name for blocking. Two forms of one name have
// at least one in common: their first letter or a row of variants.
func givenNameKeys(key string) []string {
	first, _ := utf8.DecodeRuneInString(key)
	keys := []string{string(first)}
	for _, row := range variants[key] {
		keys = append(keys, strconv.Itoa(row))
	}
	return keys
}

// sameGivenName reports whether two keys of given names are equal, one is an initial of the
// other, or both are variants of one name.
func sameGivenName(a, b string) bool {
	return a == b || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b) || variants.Same(a, b)
}
