package event

import (
	"strings"

	"dateline/graph"
)

// summarizeStatement says who said what, in the words of the quote.
func summarizeStatement(e *graph.Event, entities map[string]graph.Entity, quote string) string {
	text := join(names(e, entities, graph.RoleSpeaker)) + " said"
	if audience := names(e, entities, graph.RoleAudience); len(audience) > 0 {
		text += " to " + join(audience)
	}
	return capital(text + when(e) + ": " + clip(quote))
}

// longestQuote is how much of a quote a summary shows, in code points.
const longestQuote = 160

func clip(quote string) string {
	line := strings.Join(strings.Fields(quote), " ")
	if runes := []rune(line); len(runes) > longestQuote {
		return strings.TrimSpace(string(runes[:longestQuote])) + "…"
	}
	return line
}
