package match

import (
	"strings"
)

// spellings bring romanizations of one sound together.
var spellings = strings.NewReplacer(
	"tsch", "c", "shch", "s", "sch", "s", "tch", "c", "tsj", "c", "kh", "h", "zh", "z", "ch", "c", "sh", "s", "ts", "c", "tz", "c", "cz", "c", "ck", "k", "ph", "f", "gh", "g", "th", "t", "dh", "d", "bh", "b",
	"ou", "u", "oo", "u", "oe", "u", "ee", "i", "ey", "i", "ei", "i", "ai", "a", "ae", "a", "ie", "i", "iy", "i", "yi", "i", "ij", "i", "ye", "e", "yo", "o", "ya", "a", "ia", "a", "yu", "u", "iu", "u", "ue", "u", "aa", "a",
	"x", "ks", "y", "i", "j", "i", "w", "v", "q", "k", "hs", "s",
)

// sounds returns a word as its spellings share it, no letter twice in a row.
func sounds(word string) string {
	if rest, found := strings.CutPrefix(word, "x"); found { // Xi, Xavier
		word = "s" + rest
	}
	return squeeze(spellings.Replace(word))
}

func squeeze(word string) string {
	var b strings.Builder
	var last rune
	for _, r := range word {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// consonants returns a word's consonants by the kinds that scripts and languages
// take for one another, and a first vowel as "a": Vladimir and فلاديمير are both
// "fltmr".
func consonants(word string) string {
	var b strings.Builder
	for i, r := range sounds(word) {
		kind := strings.IndexRune("bpvfdtgkqczsmnrl", r)
		switch {
		case kind >= 0:
			b.WriteByte("ppffttkkkssSmnrl"[kind])
		case i == 0 && r != 'h':
			b.WriteByte('a')
		}
	}
	return squeeze(strings.ToLower(b.String()))
}

// distance is how many letters have to be put in, left out, replaced or swapped
// with their neighbour (Damerau, 1964; the restricted form).
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// similarity is the share of letters that two words have in common, 0 to 1.
func similarity(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	if len(x)+len(y) == 0 {
		return 1
	}
	return 1 - float64(distance(x, y))/float64(max(len(x), len(y)))
}

// likeness tells how alike two words of names are, 0 to 1. Vowelless is true where
// one of the names is in a script that may leave out vowels.
func likeness(a, b string, vowelless bool) float64 {
	if a == b {
		return 1
	}
	best := max(similarity(a, b), similarity(sounds(a), sounds(b))-0.03)
	for _, formant := range formants {
		x, foundA := strings.CutSuffix(a, formant)
		y, foundB := strings.CutSuffix(b, formant)
		if foundA && foundB {
			best = min(best, max(similarity(x, y), similarity(sounds(x), sounds(y))-0.03))
		}
	}
	if x, y := consonants(a), consonants(b); vowelless && min(len(x), len(y)) >= 2 {
		best = max(best, similarity(x, y)-0.05)
	}
	return best
}
