package event

import (
	"slices"
	"strings"

	"dateline/graph"
)

func isSpeaker(p graph.Participation) bool { return p.Role == graph.RoleSpeaker }

// sameStatement reports whether most of the shorter quote's words are in the other, and
// the times agree where both have one.
func sameStatement(a, b *account) bool {
	if a.Time != nil && b.Time != nil {
		if x, y := a.Time.EDTF, b.Time.EDTF; !overlap(x, y) && !(dayApart(x, y) && publishedWithin(a, b, freshness)) {
			return false
		}
	}
	same, of := sharedWords(a, b)
	return of >= leastWords && same >= neededWords(of)
}

// sharedWords returns how many of the different words of the shorter quote are in the
// other, and how many there are.
func sharedWords(a, b *account) (same, of int) {
	short, long := quoteWords(a), quoteWords(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	return shared(short, long), len(short)
}

// leastWords is how many different words a quote must have to be compared. A judgement:
// shorter ones are often the same by chance.
const leastWords = 4

// neededWords returns how many of a quote's different words a longer one must have to be
// of the same statement: four in five. A judgement.
func neededWords(count int) int { return (8*count + 9) / 10 }

// shared counts the words that are in both of two sorted lists.
func shared(a, b []string) int {
	count := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch order := strings.Compare(a[i], b[j]); {
		case order == 0:
			count++
			i++
			j++
		case order < 0:
			i++
		default:
			j++
		}
	}
	return count
}

// quoteWords returns the quote's different words, folded and sorted. It keeps them, since
// a statement is compared many times.
func quoteWords(a *account) []string {
	if a.words == nil {
		a.words = strings.Fields(graph.Fold(a.Quote))
		slices.Sort(a.words)
		a.words = slices.Compact(a.words)
	}
	return a.words
}
