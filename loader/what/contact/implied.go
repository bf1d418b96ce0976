package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// impliedContact returns the contact that a noun tells of though it names fewer than two
// parties: the others are implied by what is around it or by the contacts told before.
// Nil for none.
func impliedContact(a *evidence.Article, i int, drafts []*draft) *draft {
	n := nounOf[a.Lemma(i)]
	if n == nil || !a.IsNoun(i) || n.Direction != mutual && n.Means != graph.MeansCall || isOtherSense(a, i) || isWithPress(a, i) {
		return nil
	}
	c := &draft{trigger: i, carrier: grammar.CarrierOf(a.Parse, i), noun: n, means: n.Means, direction: mutual, sender: -1, place: -1}
	own := ownParties(a, c)
	if len(own) > 1 {
		return nil
	}
	c.second = own
	switch {
	case captionSides(a, c), earlierSides(a, c, drafts):
		return c
	}
	return nil
}

// ownParties returns the parties that a noun's own phrase names.
func ownParties(a *evidence.Article, c *draft) []int {
	own := a.PartiesAfter(c.trigger, nil, append([]string{"between", "among", "of", "by"}, c.noun.With...)...)
	return append(own, a.PartiesOf(a.Children(c.trigger, "poss"), own)...)
}

// captionSides takes the parties of a phrase without a verb that has a contact for its
// occasion, as captions have: "Lim and Okoro during a meeting", "Lim in talks with Okoro".
func captionSides(a *evidence.Article, c *draft) bool {
	preposition := a.Head(c.trigger)
	head := a.Head(preposition)
	if a.Dep(c.trigger) != "pobj" || !ofOccasion[a.Lower(preposition)] || a.Dep(head) != "ROOT" || !grammar.IsProperNoun(a.Parse, head) || grammar.IsDefinite(a.Parse, c.trigger) {
		return false
	}
	c.first = a.Parties(head, c.second)
	return len(c.first) > 0 && len(c.first)+len(c.second) > 1
}

// earlierSides takes the parties of the last contact told, for another one of theirs or
// for a dated one that is "theirs": "met after three phone calls", "the first since their
// talks in May".
func earlierSides(a *evidence.Article, c *draft, drafts []*draft) bool {
	if len(c.second) > 0 || len(drafts) == 0 || a.Dep(c.trigger) == "compound" {
		return false
	}
	last := drafts[len(drafts)-1]
	distance := a.Tokens[c.trigger].Sentence - a.Tokens[last.trigger].Sentence
	if len(actorsOf(last)) != 2 || distance > 1 {
		return false
	}
	if isFirstAfterNone(a, c, last) {
		last.time, last.unplaced = nil, true // there was none before this one
		c.first, c.second, c.inferred, c.another = last.first, last.second, true, true
		return true
	}
	isAnother := distance == 0 && isAnotherOne(a, c.trigger) && !evidence.HasParties(a, c.trigger)
	isTheirs := a.HasChild(c.trigger, "their") && evidence.TimeOf(a, c.asTrigger()) != nil
	if !isAnother && !isTheirs {
		return false
	}
	c.first, c.second, c.inferred, c.another = last.first, last.second, true, isAnother
	return true
}

// isFirstAfterNone reports whether a dated noun names the contact before which there was none:
// "had not met before Friday's lunch".
func isFirstAfterNone(a *evidence.Article, c, last *draft) bool {
	preposition := a.Head(c.trigger)
	if a.Dep(c.trigger) != "pobj" || !firstAfterNone[a.Lower(preposition)] || a.VerbAbove(preposition) != last.trigger || last.status != graph.StatusDenied {
		return false
	}
	return grammar.IsPerfect(a.Parse, last.trigger) && evidence.TimeOf(a, c.asTrigger()) != nil
}

// isAnotherOne reports whether a noun is told as another contact than the last one: "a
// previous meeting", "three phone calls".
func isAnotherOne(a *evidence.Article, i int) bool {
	if a.Child(i, "nummod") >= 0 && grammar.IsPluralNoun(a.Parse, i) {
		return true
	}
	return slices.ContainsFunc(a.Children(i, "amod"), func(child int) bool { return child < i && otherContact[a.Lower(child)] })
}
