package statement

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/what/evidence"
)

// isGloss reports whether a verb only tells how its author understands somebody: "Lim
// explains her choice", without words of hers.
func isGloss(a *evidence.Article, verb int) bool {
	if !glossing[a.Lemma(verb)] || a.Tag(verb) != "VBZ" {
		return false
	}
	object := a.Child(verb, "dobj")
	if object < 0 || a.Child(object, "poss") < 0 {
		return false
	}
	return !slices.ContainsFunc(a.Marks.Spans, func(quoted language.Span) bool {
		sentence := a.SentenceOf(verb)
		return quoted.Start < sentence.End && quoted.End > sentence.Start
	})
}

// isSaidInContact reports whether something was said to the other side of a contact rather
// than to the public: "during the call, Lim reiterated that".
func isSaidInContact(a *evidence.Article, verb int) bool {
	for _, child := range a.Children(verb, "prep") {
		if !inContact[a.Lower(child)] {
			continue
		}
		for _, object := range a.Children(child, "pobj") {
			if contactNouns[a.Lemma(object)] != nil && !isWithPress(a, object) {
				return true
			}
		}
	}
	return false
}

// isWithPress reports whether a contact noun names one with the press, or a conference.
func isWithPress(a *evidence.Article, noun int) bool {
	for _, child := range a.Children(noun, "amod", "compound") {
		if ofPress[a.Lower(child)] {
			return true
		}
	}
	for _, objects := range a.ObjectsOf(noun, "with", "to") {
		if m, ok := a.MentionAt(objects[0]); ok && a.IsMedium(m.Member) || public[a.Lemma(objects[0])] {
			return true
		}
	}
	return false
}

// mostCompared is how many statements back one told twice is looked for, so that the
// search stays linear. A judgement.
const mostCompared = 50

// isToldBefore reports whether an article has told of a statement before in most of its
// words, as a summary at its head does.
func isToldBefore(a *evidence.Article, f evidence.Finding, found []evidence.Finding) bool {
	words := wordSet(a, f)
	for _, before := range found[max(0, len(found)-mostCompared):] {
		if before.Participants[0].Member != f.Participants[0].Member {
			continue
		}
		other := wordSet(a, before)
		same := 0
		for word := range words {
			if other[word] {
				same++
			}
		}
		if len(words) >= minContent && 10*same >= 8*len(words) {
			return true
		}
	}
	return false
}

// wordSet returns the different words of a statement, folded.
func wordSet(a *evidence.Article, f evidence.Finding) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(graph.Fold(a.Slice(f.Quote))) {
		set[word] = true
	}
	return set
}
