package merge

import (
	"strings"

	"dateline/graph"
)

func speaker(p graph.Participation) bool { return p.Role == graph.RoleSpeaker }

// sameStatement: most of the shorter quote's words are in the other, and the
// times, where both are told, agree.
func sameStatement(a, b *telling) bool {
	if a.Time != nil && b.Time != nil && !near(a, b) {
		return false
	}
	short, long := quoteWords(a), quoteWords(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	shared := 0
	for word := range short {
		if long[word] {
			shared++
		}
	}
	return len(short) >= 4 && 10*shared >= 8*len(short)
}

// quoteWords are the quote's words, folded, which a statement is compared by again
// and again.
func quoteWords(t *telling) map[string]bool {
	if t.words == nil {
		t.words = map[string]bool{}
		for _, word := range strings.Fields(graph.Fold(t.Quote)) {
			t.words[word] = true
		}
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
