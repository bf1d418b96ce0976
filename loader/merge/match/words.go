package match

import (
	"maps"
	"strconv"
	"strings"

	"dateline/loader/lexicon"
	"dateline/loader/merge/internal/spelling"
)

// titles are folded words before or after a name that are not part of it, in several
// languages.
var titles = lexicon.Map(func() map[string]bool {
	words := maps.Clone(honorifics)
	maps.Copy(words, suffixes)
	return words
})

var (
	honorifics = lexicon.HonorificWords(lexicon.Compare)
	suffixes   = lexicon.Suffixes(lexicon.Compare)
)

// filiations are words between a name and that of the father.
var filiations = lexicon.Particles(lexicon.Filiation)

// formants are endings that many family names and patronymics share, so that they say
// little about the bearer.
var formants = lexicon.NameEndings()

// particles tie a name's parts together, and are often left out.
var particles = lexicon.Particles(lexicon.Compare)

// legalForms match the legal form in a folded company name. Letters with points between
// them are one word by then.
var legalForms = lexicon.LegalForms()

// abbreviations are short forms of words in the names of organizations.
var abbreviations = lexicon.Abbreviations(lexicon.OfOrganization)

// numbers maps number words and Roman numerals to digits.
var numbers = lexicon.Map(func() map[string]string {
	digits := map[string]string{}
	for word, n := range numberWords {
		digits[word] = strconv.Itoa(n)
	}
	return withRoman(digits)
})

var numberWords = lexicon.Numbers(lexicon.Compare, "cardinal", "ordinal")

// withRoman adds the Roman numerals below 40.
func withRoman(numbers map[string]string) map[string]string {
	for i, tens := range []string{"", "x", "xx", "xxx"} {
		for j, ones := range []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"} {
			if roman := tens + ones; roman != "" {
				numbers[roman] = strconv.Itoa(10*i + j)
			}
		}
	}
	return numbers
}

// nicknames are the short and foreign forms of given names, a row each.
var nicknames = spelling.Variants(lexicon.Map(func() map[string][]int {
	var rows [][]string
	for _, variants := range lexicon.NameVariants(lexicon.Compare) {
		rows = append(rows, variants.Names)
	}
	return spelling.IndexVariants(rows, strings.ToLower)
}))

// stopWords do not distinguish organizations.
var stopWords = lexicon.SmallWords(lexicon.Compare)
