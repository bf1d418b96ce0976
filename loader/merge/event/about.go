package event

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// mostPassages is how many passages an event keeps of what it was about. A judgement.
const mostPassages = 10

// about returns the words of the accounts that tell what the event was about, each once:
// those that most accounts have first, then in the order of publication. What a passage
// before says already is left out.
func (c *cluster) about() []graph.Passage {
	votes := map[string]int{}
	var all []graph.Passage
	for _, a := range c.accounts {
		for _, p := range a.About {
			folded := graph.Fold(p.Text)
			if votes[folded]++; votes[folded] == 1 {
				all = append(all, p)
			}
		}
	}
	slices.SortStableFunc(all, func(p, q graph.Passage) int { return votes[graph.Fold(q.Text)] - votes[graph.Fold(p.Text)] })
	var kept []graph.Passage
	said := " "
	for _, p := range all {
		words := graph.Fold(p.Text) + " "
		if len(kept) < mostPassages && !strings.Contains(said, " "+words) {
			kept = append(kept, p)
			said += words + "| "
		}
	}
	return kept
}

// longestAbout is how much a summary says of what a contact was about, in code points.
const longestAbout = 120

// aboutPhrase returns what an event was about in words after a space, or "" where nothing
// says: those of the first article, " about grain exports and visas", " to end the strike".
func aboutPhrase(e *graph.Event) string {
	if len(e.About) == 0 {
		return ""
	}
	topics, length := []string{}, 0
	for _, p := range e.About {
		text := strings.Join(strings.Fields(p.Text), " ")
		if len(topics) > 0 && (p.ArticleID != e.About[0].ArticleID || length+utf8.RuneCountInString(text) > longestAbout || strings.HasPrefix(text, "to ")) {
			continue
		}
		topics = append(topics, text)
		length += utf8.RuneCountInString(text)
	}
	if strings.HasPrefix(topics[0], "to ") {
		return " " + topics[0]
	}
	return " about " + join(topics)
}
