package merge

import (
	"slices"
	"strings"

	"dateline/graph"
)

func speaker(p graph.Participation) bool { return p.Role == graph.RoleSpeaker }

// sameStatement: most of the shorter quote's words are in the other, and the
// times, where both are told, agree.
func sameStatement(a, b *telling) bool {
	if a.Time != nil && b.Time != nil {
		if x, y := a.Time.EDTF, b.Time.EDTF; !overlap(x, y) && !(dayApart(x, y) && publishedWithin(a, b, freshness)) {
			return false
		}
	}
	same, of := sharedWords(a, b)
	return of >= leastWords && same >= neededWords(of)
}

// sharedWords counts the different words of the shorter quote, and how many of them
// are in the other.
func sharedWords(a, b *telling) (same, of int) {
	short, long := quoteWords(a), quoteWords(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	return shared(short, long), len(short)
}

// leastWords is how many different words a quote must have to be compared.
const leastWords = 4

// neededWords is how many of a quote's different words a longer one must have to
// be of the same statement: four in five.
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

// quoteWords are the quote's different words, folded and sorted, which a statement
// is compared by again and again.
func quoteWords(t *telling) []string {
	if t.words == nil {
		t.words = strings.Fields(graph.Fold(t.Quote))
		slices.Sort(t.words)
		t.words = slices.Compact(t.words)
	}
	return t.words
}

// statementSummary tells who said what, in the words of the quote.
func statementSummary(e *graph.Event, entities map[string]graph.Entity, quote string) string {
	text := join(names(e, entities, graph.RoleSpeaker)) + " said"
	if audience := names(e, entities, graph.RoleAudience); len(audience) > 0 {
		text += " to " + join(audience)
	}
	return sentence(text + when(e) + ": " + clip(quote))
}

// longestQuote is how much of a quote a summary holds, in code points.
const longestQuote = 160

func clip(quote string) string {
	line := strings.Join(strings.Fields(quote), " ")
	if runes := []rune(line); len(runes) > longestQuote {
		return strings.TrimSpace(string(runes[:longestQuote])) + "…"
	}
	return line
}
