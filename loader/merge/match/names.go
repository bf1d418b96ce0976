// Package match reports whether two names can be of one bearer, by their letters
// alone.
package match

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// Names reports whether two names, as two sources write them, can be of one person,
// organization or place. It looks through scripts and romanizations, the order of
// names, titles, legal forms, initials, short forms, left-out middle names and
// slips of the pen, and answers for a name as a whole: one different word is a
// different bearer.
func Names(kind graph.EntityKind, a, b string) bool {
	if x, y := graph.Fold(a), graph.Fold(b); x == y || max(len(a), len(b)) > longest {
		return x == y && x != ""
	}
	if kind == graph.KindPerson {
		return persons(a, b)
	}
	return companies(a, b)
}

// longest is how many bytes a name may have to be looked at word by word.
const longest = 600

// pair is one word of each name that are taken for the same.
type pair struct {
	first, second int
	like          float64
}

// align pairs the words of two names, the most alike first, down to least.
func align(a, b []string, least float64, like func(x, y string) float64) []pair {
	var all []pair
	for i, x := range a {
		for j, y := range b {
			if l := like(x, y); l >= least {
				all = append(all, pair{i, j, l})
			}
		}
	}
	slices.SortStableFunc(all, func(p, q pair) int {
		switch {
		case p.like > q.like:
			return -1
		case p.like < q.like:
			return 1
		}
		return abs(p.first-p.second) - abs(q.first-q.second)
	})
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	var pairs []pair
	for _, p := range all {
		if !usedA[p.first] && !usedB[p.second] {
			usedA[p.first], usedB[p.second] = true, true
			pairs = append(pairs, p)
		}
	}
	return pairs
}

func abs(n int) int { return max(n, -n) }

// left returns the words that have no pair.
func left(words []string, pairs []pair, of func(pair) int) []string {
	var rest []string
	for i, word := range words {
		if !slices.ContainsFunc(pairs, func(p pair) bool { return of(p) == i }) {
			rest = append(rest, word)
		}
	}
	return rest
}

func first(p pair) int  { return p.first }
func second(p pair) int { return p.second }

// average is the likeness of the pairs, by the letters of their words.
func average(a, b []string, pairs []pair) float64 {
	sum, letters := 0.0, 0.0
	for _, p := range pairs {
		weight := float64(utf8.RuneCountInString(a[p.first]) + utf8.RuneCountInString(b[p.second]))
		sum += p.like * weight
		letters += weight
	}
	if letters == 0 {
		return 0
	}
	return sum / letters
}

// The least likeness of two words, and of two names as a whole.
const (
	leastWord = 0.66
	leastName = 0.80
)

func persons(a, b string) bool {
	write, vowelless := writing(a, b)
	x, titledA := personWords(a, write)
	y, titledB := personWords(b, write)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if joined(x, y, vowelless) {
		return true
	}
	pairs := align(x, y, leastWord, func(v, w string) float64 { return personLikeness(v, w, vowelless) })
	restA, restB := without(left(x, pairs, first), particles), without(left(y, pairs, second), particles)
	restA, restB = withoutInitials(restA, restB)
	restB, restA = withoutInitials(restB, restA)
	if len(restA) > 0 && len(restB) > 0 || average(x, y, pairs) < leastName || fathersDiffer(x, y, pairs) {
		return false
	}
	named := 0
	for _, p := range pairs {
		if !particles[x[p.first]] {
			named++
		}
	}
	if named == 1 && len(restA)+len(restB) > 0 { // a surname alone, after a title
		return len(x) == 1 && titledA && pairs[0].second == len(y)-1 || len(y) == 1 && titledB && pairs[0].first == len(x)-1
	}
	return named > 0
}

// withoutInitials drops a word that is the initials of all words left of the other
// name, with those: JC of Jean-Claude.
func withoutInitials(short, long []string) (a, b []string) {
	if len(short) == 1 && len(long) > 1 && len(short[0]) == len(long) && short[0] == acronym(long) {
		return nil, nil
	}
	return short, long
}

// fathersDiffer reports whether names of the form "A, son of B" have their parts in
// another order: Ahmad bin Hasan is not Hasan bin Ahmad.
func fathersDiffer(a, b []string, pairs []pair) bool {
	isFiliation := func(word string) bool { return filiations[word] }
	if !slices.ContainsFunc(a, isFiliation) || !slices.ContainsFunc(b, isFiliation) {
		return false
	}
	for _, p := range pairs {
		for _, q := range pairs {
			if p.first < q.first && p.second > q.second && !particles[a[p.first]] && !particles[a[q.first]] {
				return true
			}
		}
	}
	return false
}

func personLikeness(a, b string, vowelless bool) float64 {
	if len(a) == 1 && a[0] == b[0] || len(b) == 1 && b[0] == a[0] {
		return 0.9 // an initial
	}
	if areNicknames(a, b) {
		return 0.95
	}
	return likeness(a, b, vowelless)
}

func without(words []string, small map[string]bool) []string {
	return slices.DeleteFunc(slices.Clone(words), func(word string) bool { return small[word] })
}

// joined reports whether the names differ only in where their words end, and hardly
// otherwise.
func joined(a, b []string, vowelless bool) bool {
	x, y := strings.Join(a, ""), strings.Join(b, "")
	if x == y {
		return true
	}
	if len(a) == len(b) || min(len(x), len(y)) < 8 || strings.ContainsAny(x+y, "0123456789") {
		return false
	}
	alike := similarity(sounds(x), sounds(y))
	return alike >= 0.9 && abs(len(x)-len(y)) <= 1 || vowelless && alike >= 0.6 && consonants(x) == consonants(y)
}

func companies(a, b string) bool {
	_, vowelless := writing(a, b)
	x, y := companyWords(a), companyWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if joined(x, y, vowelless) || initialsOf(x, y) || initialsOf(y, x) {
		return true
	}
	pairs := align(x, y, leastWord, func(v, w string) float64 { return likeness(v, w, vowelless) })
	restA, restB := left(x, pairs, first), left(y, pairs, second)
	if len(restA) == 1 && len(restB) == 1 && len(pairs) >= 2 && isNumber(restA[0]) && isNumber(restB[0]) {
		return true
	}
	return len(restA)+len(restB) == 0 && average(x, y, pairs) >= leastName
}

// initialsOf reports whether the first word of a is what the words of b begin with.
func initialsOf(a, b []string) bool {
	return len(a) == 1 && len(b) >= 3 && a[0] == acronym(b)
}

func isNumber(word string) bool { return word[0] >= '0' && word[0] <= '9' }
