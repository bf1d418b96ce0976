package storekit

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// MaxNameWords is the most words of a name to suggest entities for.
const MaxNameWords = 8

const (
	// Distances of what is no slip (judgement): a word that is only begun, a word of the
	// name that was not asked for as a share of all, and a role rather than a name.
	begunDistance, unaskedDistance, roleDistance = 0.1, 0.2, 0.1
	// shortWord and longWord are the lengths up to which a word may have no slip and one.
	shortWord, longWord = 3, 5
)

// articles are words of a role that say nothing of it: "the president of France".
var articles = map[string]bool{"the": true, "a": true, "an": true, "of": true}

// NameWords returns the words of a name to suggest entities for, folded and in their
// order; none for a name that has too many.
func NameWords(name string) []string {
	words := slices.DeleteFunc(strings.Fields(graph.Fold(name)), func(word string) bool { return articles[word] })
	if len(words) > MaxNameWords {
		return nil
	}
	return words
}

// slips is how many letters a word may have wrong.
func slips(letters int) int {
	switch {
	case letters <= shortWord:
		return 0
	case letters <= longWord:
		return 1
	}
	return 2
}

// Near returns how far a word is from one that was asked for: 0 for the same, at most 1.
// The last word asked for may be the beginning of the other. It reports false if they are
// too far apart.
func Near(asked, word string, last bool) (distance float64, near bool) {
	if asked == word {
		return 0, true
	}
	if last && strings.HasPrefix(word, asked) {
		return begunDistance, true
	}
	letters := utf8.RuneCountInString(asked)
	most := slips(letters)
	if most == 0 || differ(asked, word) > 2*most {
		return 0, false
	}
	edits := edits([]rune(asked), []rune(word), most)
	if edits > most {
		return 0, false
	}
	return float64(edits) / float64(letters), true
}

// differ bounds from below how many letters differ between two words: it is quick, and
// most words differ in more.
func differ(a, b string) int {
	return bits.OnesCount64(letterSet(a) ^ letterSet(b))
}

func letterSet(word string) (set uint64) {
	for _, r := range word {
		set |= 1 << (uint(r) % 64)
	}
	return set
}

// edits is the least number of letters to insert, drop, replace or swap with the next one
// to make b of a (optimal string alignment), or more than most if that is not enough.
func edits(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			row[j] = last[j-1]
			if a[i-1] != b[j-1] {
				row[j] = 1 + min(last[j-1], last[j], row[j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// IsNearTitle reports whether a title has one of the words that were asked for, so that
// its role may be meant.
func IsNearTitle(asked []string, title string) bool {
	for _, word := range strings.Fields(graph.Fold(title)) {
		for i, one := range asked {
			if _, near := Near(one, word, i == len(asked)-1); near {
				return true
			}
		}
	}
	return false
}

// Suggest returns the name, alias or role of an entity that comes nearest to the words of
// a name, and reports whether one is near enough. Positions have their organizations.
func Suggest(asked []string, e graph.Entity) (graph.Suggestion, bool) {
	best, found := graph.Suggestion{Entity: e}, false
	consider := func(matched string, distance float64, near bool) {
		if near && (!found || distance < best.Distance || distance == best.Distance && matched < best.Matched) {
			best.Matched, best.Distance, found = matched, distance, true
		}
	}
	profile := graph.ProfileOf(e)
	for _, name := range append([]string{profile.Name}, profile.Aliases...) {
		words := strings.Fields(graph.Fold(name))
		distance, near := textDistance(asked, words, len(words))
		consider(name, distance, near)
	}
	person, ok := e.(*graph.Person)
	if !ok {
		return best, found
	}
	for _, p := range person.Positions {
		if !IsNearTitle(asked, p.Title) {
			continue
		}
		words, ofTitle := roleWords(p)
		distance, near := textDistance(asked, words, ofTitle)
		consider(p.Title, distance+roleDistance, near)
	}
	return best, found
}

// roleWords are the words of a title, and then those of the names of its organization. It
// returns how many the title has.
func roleWords(p graph.Position) (words []string, ofTitle int) {
	words = slices.DeleteFunc(strings.Fields(graph.Fold(p.Title)), func(word string) bool { return articles[word] })
	ofTitle = len(words)
	if p.Organization != nil {
		for _, name := range append([]string{p.Organization.Name}, p.Organization.Aliases...) {
			words = append(words, strings.Fields(graph.Fold(name))...)
		}
	}
	return words, ofTitle
}

// textDistance adds up how far each word asked for is from the nearest of a text, and how
// many of the text's first words, which are so many, were not asked for.
func textDistance(asked, text []string, first int) (float64, bool) {
	sum := 0.0
	unasked := make([]bool, len(text))
	for i := range first {
		unasked[i] = true
	}
	for i, one := range asked {
		at, least := -1, 0.0
		for j, word := range text {
			if distance, near := Near(one, word, i == len(asked)-1); near && (at < 0 || distance < least) {
				at, least = j, distance
			}
		}
		if at < 0 {
			return 0, false
		}
		unasked[at] = false
		sum += least
	}
	distance := sum / float64(len(asked))
	for _, left := range unasked {
		if left {
			distance += unaskedDistance / float64(first)
		}
	}
	return distance, true
}

// NearestFirst sorts suggestions, and cuts off all but the first of them; 0 keeps all.
// Reports counts the reports that name entities, which decides between those that are as
// near as each other.
func NearestFirst(found []graph.Suggestion, first int, reports func(ids []string) (map[string]int, error)) ([]graph.Suggestion, error) {
	slices.SortFunc(found, func(a, b graph.Suggestion) int { return cmp.Compare(a.Distance, b.Distance) })
	if first > 0 && len(found) > first {
		farthest := found[first-1].Distance
		found = slices.DeleteFunc(found, func(s graph.Suggestion) bool { return s.Distance > farthest })
	}
	if len(found) == 0 {
		return nil, nil
	}
	ids := make([]string, len(found))
	for i := range found {
		ids[i] = found[i].Entity.NodeID()
	}
	counts, err := reports(ids)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(found, func(a, b graph.Suggestion) int {
		one, other := a.Entity.NodeID(), b.Entity.NodeID()
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(counts[other], counts[one]), strings.Compare(one, other))
	})
	if first > 0 {
		found = found[:min(first, len(found))]
	}
	return found, nil
}
