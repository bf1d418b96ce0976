package match

import (
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
	"dateline/loader/merge/internal/spelling"
)

// spellings maps the romanizations of one sound to one spelling.
var spellings = lexicon.Romanization(lexicon.Compare)

// sounds returns the form of a word that its romanizations share.
func sounds(word string) string {
	if rest, found := strings.CutPrefix(word, "x"); found { // Xi, Xavier
		word = "s" + rest
	}
	return spelling.Key(spellings(), word)
}

// consonants returns the consonants of a word, one letter for all that scripts and
// languages take for one another, and "a" for a vowel at its beginning: Vladimir and
// فلاديمير are both "fltmr".
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
	return spelling.Squeeze(strings.ToLower(b.String()))
}

// distance returns the edit distance with transpositions (Damerau, 1964; the restricted
// form).
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

// similarity returns the share of letters that two words have in common, 0 to 1.
func similarity(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	if len(x)+len(y) == 0 {
		return 1
	}
	return 1 - float64(distance(x, y))/float64(max(len(x), len(y)))
}

// What is taken off the similarity of two words that are compared by their sounds, or by
// their consonants, so that the same letters count for more. Measured on 435 labelled pairs
// of names: without a penalty for sounds F1 falls from 0.940 to 0.930, and from 0.01 to 0.1
// it hardly changes; for consonants it hardly changes from 0 to 0.05, and 0.1 gives 0.935.
const (
	soundPenalty     = 0.03
	consonantPenalty = 0.05
)

// wordSimilarity returns how similar two words of names are, 0 to 1: by their letters, or
// by their sounds if that is more; but only by their stems where both end in the same
// formant. Where vowelless is true, one of the names is in a script that may leave out
// vowels, and consonants may be enough.
func wordSimilarity(a, b string, vowelless bool) float64 {
	if a == b {
		return 1
	}
	best := spelledSimilarity(a, b)
	for formant := range formants {
		x, foundA := strings.CutSuffix(a, formant)
		y, foundB := strings.CutSuffix(b, formant)
		if foundA && foundB {
			best = min(best, spelledSimilarity(x, y))
		}
	}
	if x, y := consonants(a), consonants(b); vowelless && min(len(x), len(y)) >= 2 {
		best = max(best, similarity(x, y)-consonantPenalty)
	}
	return best
}

func spelledSimilarity(a, b string) float64 {
	return max(similarity(a, b), similarity(sounds(a), sounds(b))-soundPenalty)
}

// Likeness returns the share of letters that two names have in common, 0 to 1.
func Likeness(a, b string) float64 {
	if max(len(a), len(b)) > longest {
		return 0
	}
	return similarity(graph.Fold(a), graph.Fold(b))
}

// Slips returns by how many letters two words differ: wrong, missing, extra or swapped ones.
func Slips(a, b string) int { return distance([]rune(a), []rune(b)) }
