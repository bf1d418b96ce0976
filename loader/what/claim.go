package what

import (
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/when"
)

// claimOf reads that a contact is called the first since some time, or the last:
// "his first call with B since the summit of May 2024", "they last spoke in
// July", "the most recent visit".
func (r *reading) claimOf(c *contact) *graph.Claim {
	for _, child := range r.Children(c.trigger, "amod", "advmod", "npadvmod") {
		kind := claimKind(r.Lower(child))
		if kind == "" || r.timeAt[child] >= 0 {
			continue
		}
		if kind == graph.ClaimLast && r.Lower(child) == "recent" && !r.HasChild(child, "most") {
			continue
		}
		if c.noun == nil && kind == graph.ClaimFirst {
			continue // "first met in 1990": of an acquaintance
		}
		claim := &graph.Claim{Kind: kind, Text: r.claimText(c, child)}
		if kind == graph.ClaimFirst {
			since, told := r.since(c)
			if !told {
				continue // the first of a series, not after a silence
			}
			claim.Since = since
		}
		return claim
	}
	return nil
}

func claimKind(word string) graph.ClaimKind {
	switch word {
	case "first":
		return graph.ClaimFirst
	case "last", "latest", "recent":
		return graph.ClaimLast
	}
	return ""
}

// claimText returns the claim's words: from the word that makes it to the end of
// the trigger's phrase.
func (r *reading) claimText(c *contact, from int) string {
	_, last := r.Subtree(c.trigger)
	if c.noun == nil {
		last = c.trigger + 1
	}
	span := language.Span{Start: min(from, c.trigger), End: max(last, c.trigger+1)}
	segment := r.Segment(c.trigger)
	span.Start, span.End = max(span.Start, segment.Start), min(span.End, segment.End)
	_, _, text := grammar.Verbatim(r.Parse, span)
	return strings.TrimRight(text, " ,.;")
}

// since returns the time from which there was no contact before this one; zero
// where the words name an event whose date the article does not tell; false
// where they tell nothing of the kind.
func (r *reading) since(c *contact) (graph.EDTF, bool) {
	for _, holder := range []int{c.trigger, c.carrier} {
		if holder < 0 {
			continue
		}
		for _, child := range r.Children(holder) {
			text := r.Lower(child)
			if r.Dep(child) == "prep" && (text == "since" || text == "after") {
				for _, object := range r.Children(child, "pobj", "pcomp") {
					return r.dateOf(object), true
				}
			}
			if r.Dep(child) == "advcl" && r.HasChild(child, "since") {
				return graph.EDTF{}, true
			}
			if r.Dep(child) == "prep" && text == "in" && r.Child(child, "pobj") >= 0 {
				if t := r.timeAt[r.Child(child, "pobj")]; t >= 0 && r.times[t].Type == when.Duration {
					return graph.EDTF{}, true // "the first in five years"
				}
			}
		}
	}
	return graph.EDTF{}, false
}

// dateOf returns the date that a phrase is or holds, or that of the event that it
// names, where another sentence of the article dates it.
func (r *reading) dateOf(noun int) graph.EDTF {
	if t := r.timeAt[noun]; t >= 0 {
		return pointOf(r.times[t])
	}
	if date := r.dateInside(noun); !date.IsZero() {
		return date
	}
	for i := range r.Tokens {
		if i != noun && r.IsNoun(i) && r.Lemma(i) == r.Lemma(noun) {
			if date := r.dateInside(i); !date.IsZero() {
				return date
			}
		}
	}
	return graph.EDTF{}
}

// dateInside returns the date in a noun's own phrase: "the invasion of B in March".
func (r *reading) dateInside(noun int) graph.EDTF {
	first, last := r.Subtree(noun)
	for i := first; i < last; i++ {
		if t := r.timeAt[i]; t >= 0 && !r.times[t].EDTF.IsZero() {
			return pointOf(r.times[t])
		}
	}
	for i := last; i < min(last+4, len(r.Tokens)) && !r.IsVerb(i); i++ {
		if t := r.timeAt[i]; t >= 0 && !r.times[t].EDTF.IsZero() && r.Tokens[i].Sentence == r.Tokens[noun].Sentence {
			return pointOf(r.times[t]) // hung on the verb, though it follows the noun
		}
	}
	return graph.EDTF{}
}

// pointOf returns the time that an expression names, without what "since" makes of
// it.
func pointOf(t when.Expression) graph.EDTF {
	if point, err := graph.ParseEDTF(t.Value); err == nil {
		return point
	}
	return t.EDTF
}
