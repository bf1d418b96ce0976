package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// maxReach is how many sentences back "the call" may refer. A judgement.
const maxReach = 2

// resolveAnaphor lets a noun without parties that refers to a contact told before, such as "the
// call" in "During the call, Lim said", add its means, time and place to that contact.
func resolveAnaphor(a *evidence.Article, i int, drafts []*draft) {
	n := nounOf[a.Lemma(i)]
	if n == nil || !a.IsNoun(i) || isOtherSense(a, i) || !grammar.IsDefinite(a.Parse, i) || len(drafts) == 0 {
		return
	}
	if n.IsInvitation() && evidence.HasParties(a, i) {
		return // of its own
	}
	for _, c := range slices.Backward(drafts) {
		distance := a.Tokens[i].Sentence - a.Tokens[c.trigger].Sentence
		if distance > maxReach {
			return
		}
		if c.trigger == i || c.status == graph.StatusDenied || !fitsNoun(c, n) {
			continue
		}
		if modeOf(c.status) == graph.StatusPlanned && wasScrapped(a, i) {
			c.status = graph.StatusDenied
		}
		addDetails(a, c, i, n)
		return
	}
}

// wasScrapped reports whether what a noun refers to was cancelled: "called off the
// visit".
func wasScrapped(a *evidence.Article, i int) bool {
	verb := a.Head(i)
	if !a.IsVerb(verb) || a.Dep(i) != "dobj" && a.Dep(i) != "nsubjpass" || a.Child(verb, "neg") >= 0 || grammar.IsIrrealis(a.Parse, verb) {
		return false
	}
	return scrapping[a.Lemma(verb)] || grammar.IsPhrasal(a.Parse, verb, scrapping)
}

// isTalk reports whether a contact is one of talking, rather than of asking or telling.
func isTalk(c *draft) bool { return c.noun != nil || c.direction == mutual }

// fitsNoun reports whether a noun can refer to a contact.
func fitsNoun(c *draft, n *noun) bool {
	return c.means.Compatible(n.Means)
}

// addDetails adds the means, time, place and claim of a later noun to a contact.
func addDetails(a *evidence.Article, c *draft, i int, n *noun) {
	later := &draft{trigger: i, carrier: grammar.CarrierOf(a.Parse, i), noun: n, means: n.Means, sender: -1, place: -1}
	distance := a.Tokens[i].Sentence - a.Tokens[c.trigger].Sentence
	isHead := a.Dep(i) != "poss" && a.Dep(i) != "compound"
	if c.means.IsVague() && isTalk(c) && distance <= 1 && (n.Means == graph.MeansCall || n.Means.IsInPerson()) && isHead && isPlainReference(a, i) {
		if means := meansOf(a, later); !means.IsVague() {
			c.means = means
		}
	}
	if c.time == nil {
		c.time = evidence.TimeOf(a, later.asTrigger())
	}
	if c.place < 0 {
		c.place = placeOf(a, later)
	}
	if c.claim == nil {
		c.claim = claimOf(a, later)
	}
}

// isPlainReference reports whether nothing beside a noun makes it an event of its own: "the
// meeting", not "the Oslo Summit", "preparations for the meeting" or "the visit that she
// will pay".
func isPlainReference(a *evidence.Article, i int) bool {
	if preposition := a.Head(i); a.Dep(i) == "pobj" && aheadOf[a.Lower(preposition)] {
		return false
	}
	if len(a.Children(i, "relcl", "acl")) > 0 || len(a.PartiesAfter(i, nil, "between", "among")) > 0 {
		return false
	}
	return !slices.ContainsFunc(a.Children(i, "compound", "amod", "nmod"), func(child int) bool {
		word := a.Lower(child)
		return grammar.IsProperNoun(a.Parse, child) && a.TimeAt(child) == nil || plannedWords[word] || otherContact[word]
	})
}

// nextContact returns one more contact of the parties of the last one, which a noun without
// parties tells of in the same or the next sentence: "They wrote to each other until a
// meeting in May", "Lim and Okoro met, but no further talks are planned". It must differ
// in time or in status, or else it is the same contact. Nil for none.
func nextContact(a *evidence.Article, i int, last *draft) *draft {
	n := nounOf[a.Lemma(i)]
	if n == nil || !a.IsNoun(i) || isOtherSense(a, i) || grammar.IsDefinite(a.Parse, i) || !n.Bare && n.Means != graph.MeansCall || evidence.HasParties(a, i) {
		return nil
	}
	distance := a.Tokens[i].Sentence - a.Tokens[last.trigger].Sentence
	if distance > 1 || last.trigger >= i || grammar.BreakBetween(a.Parse, last.trigger, i) || len(last.all()) > 2 {
		return nil
	}
	if distance == 1 && !grammar.StartsWithAnaphor(a.Parse, i) {
		return nil
	}
	c := &draft{
		trigger: i, carrier: grammar.CarrierOf(a.Parse, i), noun: n, means: n.Means, direction: last.direction,
		first: last.first, second: last.second, sender: last.sender, place: -1, inferred: true,
	}
	status, ok := statusOf(a, c)
	if !ok {
		return nil
	}
	time := evidence.TimeOf(a, c.asTrigger())
	if status == graph.StatusDenied && a.HasChild(i, "no") && modeOf(last.status) != status {
		return c
	}
	if time == nil || modeOf(status) != graph.StatusAsserted {
		return nil
	}
	if c.another = boundsContacts(a, i); c.another {
		return c
	}
	if sameTime(time, last.time) {
		return nil
	}
	return c
}

// isOneMore reports whether a trigger tells of one more contact than those before: "they
// will meet again", "Lim later spoke with Okoro", "went on to speak with Okoro", "their
// previous meeting".
func isOneMore(a *evidence.Article, c *draft) bool {
	if c.noun != nil {
		return isAnotherOne(a, c.trigger) && a.Child(c.trigger, "nummod") < 0
	}
	above, dep := a.Head(c.trigger), a.Dep(c.trigger)
	if (dep == "xcomp" || dep == "advcl") && grammar.IsPhrasal(a.Parse, above, goingOn) {
		return true
	}
	return slices.ContainsFunc(a.Children(c.trigger, "advmod"), func(child int) bool {
		word := a.Lower(child)
		return onceMore[word] && (a.TimeAt(child) == nil || onceMoreInTime[word])
	})
}

// boundsContacts reports whether a noun says when the contacts that the subject refers to
// began or ended: "these exchanges ceased following a call in May".
func boundsContacts(a *evidence.Article, i int) bool {
	verb := a.VerbAbove(i)
	if verb >= 0 && a.Dep(verb) == "prep" { // "following", tagged as a verb
		verb = a.VerbAbove(verb)
	}
	if verb < 0 || !bounding[a.Lemma(verb)] || !grammar.IsInPhrase(a.Parse, i, verb) {
		return false
	}
	for _, subject := range a.Children(verb, "nsubj", "nsubjpass") {
		if nounOf[a.Lemma(subject)] != nil && grammar.IsDefinite(a.Parse, subject) {
			return true
		}
	}
	return false
}
