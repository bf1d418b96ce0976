package storekit

import (
	"strings"

	"dateline/graph"
)

// AboutWords returns the words of what an event was about, folded, for looking them up: one
// space between, and at both ends where there are any.
func AboutWords(e *graph.Event) string {
	var all []string
	for _, p := range e.About {
		all = append(all, WordsOf(p.Text)...)
	}
	if len(all) == 0 {
		return ""
	}
	return " " + strings.Join(all, " ") + " "
}
