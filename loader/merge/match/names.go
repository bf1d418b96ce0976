// Package match reports whether two names can be of one bearer, by their letters alone.
package match

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/merge/internal/spelling"
)

// Names reports whether two names, as two sources write them, can be of one person,
// organization or place. It looks through scripts and romanizations, the order of names,
// titles, legal forms, initials, short forms, left-out middle names and typing errors. It
// compares a name as a whole: one different word means a different bearer.
//
// Linking members asks for more than this, and never trusts spelling alone; see package
// entity.
func Names(kind graph.EntityKind, a, b string) bool {
	if x, y := graph.Fold(a), graph.Fold(b); x == y || max(len(a), len(b)) > longest {
		return x == y && x != ""
	}
	if kind == graph.KindPerson {
		return samePerson(a, b)
	}
	return sameOrganization(a, b)
}

// longest is how many bytes a name may have to be compared word by word, which takes the
// square of their number. A judgement: no real name comes near it.
const longest = 600

// joined reports whether the names differ in where their words end, and hardly otherwise.
// Its bounds are judgements: on 435 labelled pairs of names, any from 4 to 10 letters, and
// from 0.8 to 0.9 or 0.4 to 0.8, do as well.
func joined(a, b []string, vowelless bool) bool {
	const (
		leastLetters    = 8   // shorter names may be alike by coincidence
		leastSimilarity = 0.9 // one letter in ten may differ
		leastVowelless  = 0.6 // of names with the same consonants
	)
	x, y := strings.Join(a, ""), strings.Join(b, "")
	if x == y {
		return true
	}
	if len(a) == len(b) || min(len(x), len(y)) < leastLetters || strings.ContainsAny(x+y, "0123456789") {
		return false
	}
	alike := similarity(sounds(x), sounds(y))
	return alike >= leastSimilarity && abs(len(x)-len(y)) <= 1 || vowelless && alike >= leastVowelless && consonants(x) == consonants(y)
}

// isAcronymOf reports whether an acronym is the initials of words, at least so many.
func isAcronymOf(acronym string, words []string, least int) bool {
	return len(words) >= least && acronym == spelling.Initials(words)
}

func without(words []string, small map[string]bool) []string {
	return slices.DeleteFunc(slices.Clone(words), func(word string) bool { return small[word] })
}
