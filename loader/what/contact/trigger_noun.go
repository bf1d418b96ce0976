package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/what/evidence"
)

// nounContacts returns the contacts that a noun triggers.
func nounContacts(a *evidence.Article, i int) []*draft {
	n := nounOf[a.Lemma(i)]
	if n == nil || !a.IsNoun(i) || isOtherSense(a, i) {
		return nil
	}
	if n.Direction == envoying {
		return dispatchContacts(a, i, n)
	}
	if isWithPress(a, i) {
		return nil
	}
	c := &draft{trigger: i, carrier: grammar.CarrierOf(a.Parse, i), noun: n, means: n.Means, direction: n.Direction, sender: -1, place: -1}
	groups := nounSides(a, c)
	if len(groups) == 0 && len(c.first) < 2 {
		groups = occasionSides(a, c)
	}
	if listed := listedBefore(a, c); len(groups) == 0 && len(c.first) < 2 && len(listed) > 1 {
		c.first, c.direction = listed, mutual
	}
	if len(groups) == 0 {
		groups = [][]int{nil}
	}
	if journalisticNouns[n.Lemma] && slices.ContainsFunc(append(slices.Concat(groups...), c.first...), a.IsAsker) {
		return nil
	}
	var found []*draft
	for _, second := range groups {
		one := *c
		one.second = second
		if len(one.first)+len(one.second) == 1 {
			findFirstSide(a, &one)
		}
		if len(one.first)+len(one.second) > 1 && (len(one.second) > 0 || !isUtterance(n)) {
			found = append(found, &one)
		}
	}
	return found
}

// maxHeadlineVerb is how many words stand between the parties of a headline and its noun: "to
// resume". A judgement.
const maxHeadlineVerb = 2

// listedBefore returns the parties with which a headline begins that leaves out "and": "Chad,
// Oman resume talks", where the parser takes the verb for a noun. None in other lines.
func listedBefore(a *evidence.Article, c *draft) []int {
	line := a.Segment(c.trigger)
	if c.noun.Direction != mutual || a.Tokens[line.End-1].Text == "." {
		return nil
	}
	var found []int
	t := line.Start
	for t < c.trigger {
		m, ok := a.MentionAt(t)
		if !ok || m.Span.Start != t || m.Form != graph.MentionName || len(found) > 0 && a.Tokens[t-1].Text != "," {
			break
		}
		found = append(found, a.Party(m.Span.End-1, found)...)
		if t = m.Span.End; t < c.trigger && a.Tokens[t].Text == "," {
			t++
		}
	}
	if between := c.trigger - t; between < 1 || between > maxHeadlineVerb || slices.ContainsFunc(a.Tokens[t:c.trigger], func(token language.Token) bool { return token.POS == "PUNCT" || token.POS == "ADP" }) {
		return nil
	}
	return found
}

// isWithPress reports whether the other side of a noun is the press or the public: "a
// conference call with reporters".
func isWithPress(a *evidence.Article, i int) bool {
	for _, objects := range a.ObjectsOf(i, "with", "to") {
		if evidence.IsPress(a, objects[0]) && len(a.Conjuncts(objects[0])) == 1 || publicLetters[a.Lemma(i)+" "+a.Lemma(objects[0])] {
			return true
		}
	}
	return false
}

// isUtterance reports whether a noun is of what one party says to another: "a request".
func isUtterance(n *noun) bool {
	return n.Direction == outward && slices.Contains(n.Conditions, "carried")
}
