package contact

import (
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/what/evidence"
	"dateline/loader/when"
)

// claimOf returns the claim that a contact is the first since some time, or the last:
// "his first call with Okoro since the flood of May 2024", "they last spoke in July",
// "the most recent visit". Nil if there is none.
func claimOf(a *evidence.Article, c *draft) *graph.Claim {
	for _, child := range a.Children(c.trigger, "amod", "advmod", "npadvmod") {
		kind := claimKind(a.Lower(child))
		if kind == "" || a.TimeAt(child) != nil {
			continue
		}
		if kind == graph.ClaimLast && claimsMost[a.Lower(child)] && !a.HasChild(child, "most") {
			continue
		}
		if c.noun == nil && kind == graph.ClaimFirst {
			continue // "first met in 1990": of an acquaintance
		}
		claim := &graph.Claim{Kind: kind, Text: claimText(a, c, child)}
		if kind == graph.ClaimFirst {
			since, told := silenceSince(a, c)
			if !told {
				continue // the first of a series, not after a silence
			}
			claim.Since = since
		}
		return claim
	}
	return nil
}

// claimKind returns what a word claims, "" if nothing.
func claimKind(word string) graph.ClaimKind {
	switch {
	case claimsFirst[word]:
		return graph.ClaimFirst
	case claimsLast[word]:
		return graph.ClaimLast
	}
	return ""
}

// claimText returns the words of a claim: from the word that makes it to the end of the
// trigger's phrase.
func claimText(a *evidence.Article, c *draft, from int) string {
	_, last := a.Subtree(c.trigger)
	if c.noun == nil {
		last = c.trigger + 1
	}
	span := language.Span{Start: min(from, c.trigger), End: max(last, c.trigger+1)}
	segment := a.Segment(c.trigger)
	span.Start, span.End = max(span.Start, segment.Start), min(span.End, segment.End)
	_, _, text := grammar.Verbatim(a.Parse, span)
	return strings.TrimRight(text, " ,.;")
}

// silenceSince returns the time since which there was no contact before this one. It is
// zero if the words name an event of unknown date; it returns false if they say nothing
// of the kind.
func silenceSince(a *evidence.Article, c *draft) (graph.EDTF, bool) {
	for _, holder := range []int{c.trigger, c.carrier} {
		if holder < 0 {
			continue
		}
		for _, child := range a.Children(holder) {
			text := a.Lower(child)
			if a.Dep(child) == "prep" && (text == "since" || text == "after") {
				for _, object := range a.Children(child, "pobj", "pcomp") {
					return evidence.DateOf(a, object), true
				}
			}
			if a.Dep(child) == "advcl" && a.HasChild(child, "since") {
				return graph.EDTF{}, true
			}
			if a.Dep(child) == "prep" && text == "in" && a.Child(child, "pobj") >= 0 {
				if t := a.TimeAt(a.Child(child, "pobj")); t != nil && t.Type == when.Duration {
					return graph.EDTF{}, true // "the first in five years"
				}
			}
		}
	}
	return graph.EDTF{}, false
}
