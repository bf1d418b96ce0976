package what

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
)

// maxReach is how many sentences back "the call" can take up a contact.
const maxReach = 2

// takeUp lets a contact noun without parties of its own, such as "the call" in
// "During the call, A said …", tell more of the contact that it takes up: its
// means, its time, its place.
func (r *reading) takeUp(i int, drafts []*contact) {
	n := nounOf[r.Lemma(i)]
	if n == nil || !r.IsNoun(i) || r.isOtherSense(i) || !grammar.IsDefinite(r.Parse, i) || len(drafts) == 0 {
		return
	}
	if n.isInvitation() && r.hasParties(i) {
		return // of its own
	}
	for _, c := range slices.Backward(drafts) {
		distance := r.Tokens[i].Sentence - r.Tokens[c.trigger].Sentence
		if distance > maxReach {
			return
		}
		if c.trigger == i || c.status == graph.StatusDenied || !fitsNoun(c, n) {
			continue
		}
		if modeOf(c.status) == graph.StatusPlanned && r.cameToNothing(i) {
			c.status = graph.StatusDenied
		}
		r.learn(c, i, n)
		return
	}
}

// cameToNothing reports whether a contact that a noun takes up was cancelled: "called
// off the visit".
func (r *reading) cameToNothing(i int) bool {
	verb := r.Head(i)
	if !r.IsVerb(verb) || r.Dep(i) != "dobj" && r.Dep(i) != "nsubjpass" || r.Child(verb, "neg") >= 0 || grammar.IsIrrealis(r.Parse, verb) {
		return false
	}
	switch r.Lemma(verb) {
	case "call":
		return r.HasChild(verb, "off")
	case "cancel", "scrap", "abort", "abandon":
		return true
	}
	return false
}

// settingOf returns the contact that a contact noun only sets: "A met B in a new
// round of talks between the two states", "A and B are to meet for their first
// summit". Nil where the noun names a party of its own.
func (r *reading) settingOf(c *contact, drafts []*contact) *contact {
	if c.noun == nil {
		return nil
	}
	verb := r.verbSetBy(c.trigger)
	for _, draft := range slices.Backward(drafts) {
		if draft.trigger != verb || !fitsNoun(draft, c.noun) {
			continue
		}
		for _, member := range without(c.all(), draft.all()) {
			m := r.member(member)
			sameSide := func(d int) bool { return m.Country != "" && r.member(d).Country == m.Country }
			if !(m.Nominal && m.HolderID == "") && !slices.ContainsFunc(draft.all(), sameSide) {
				return nil
			}
		}
		return draft
	}
	return nil
}

// verbSetBy returns the verb that a noun says the occasion of: "in", "during" or
// "for" it, or the noun of whose phrase it is part; -1 for none.
func (r *reading) verbSetBy(i int) int {
	for range grammar.MaxClimb {
		preposition := r.Head(i)
		if r.Dep(i) != "pobj" || preposition == i {
			return -1
		}
		head := r.Head(preposition)
		switch r.Lower(preposition) {
		case "in", "during", "for", "at", "as":
			if r.IsVerb(head) {
				return head
			}
		case "of":
		default:
			return -1
		}
		if !r.IsNoun(head) {
			return -1
		}
		i = head
	}
	return -1
}

// isTalk reports whether a contact is told by a noun or by a verb of talking, not by
// one of asking or telling.
func (r *reading) isTalk(c *contact) bool { return c.noun != nil || c.direction == mutual }

// fitsNoun reports whether a noun can stand for a contact.
func fitsNoun(c *contact, n *noun) bool {
	return c.means.Compatible(n.means)
}

// learn adds what a later phrase tells of a contact.
func (r *reading) learn(c *contact, i int, n *noun) {
	later := &contact{trigger: i, carrier: grammar.CarrierOf(r.Parse, i), noun: n, means: n.means, sender: -1, place: -1}
	if c.means.IsVague() && r.isTalk(c) && r.Tokens[i].Sentence-r.Tokens[c.trigger].Sentence <= 1 && (n.means == graph.MeansCall || n.means.IsInPerson()) && r.Dep(i) != "poss" && r.Dep(i) != "compound" {
		if means := r.meansOf(later); !means.IsVague() {
			c.means = means
		}
	}
	if c.time == nil {
		c.time = r.timeOf(later)
	}
	if c.place < 0 {
		c.place = r.placeOf(later)
	}
	if c.claim == nil {
		c.claim = r.claimOf(later)
	}
}

// again returns another contact of the parties of the one before, which a noun with
// no parties of its own tells of in the same or the next sentence: "They wrote to
// each other until a meeting in May", "A and B met, but no further talks are
// planned". It must differ in time or in status, else it is the same contact;
// nil for none.
func (r *reading) again(i int, last *contact) *contact {
	n := nounOf[r.Lemma(i)]
	if n == nil || !r.IsNoun(i) || r.isOtherSense(i) || grammar.IsDefinite(r.Parse, i) || !n.bare && n.means != graph.MeansCall || r.hasParties(i) {
		return nil
	}
	distance := r.Tokens[i].Sentence - r.Tokens[last.trigger].Sentence
	if distance > 1 || last.trigger >= i || grammar.BreakBetween(r.Parse, last.trigger, i) || len(last.all()) > 2 || distance == 1 && !grammar.StartsWithAnaphor(r.Parse, i) {
		return nil
	}
	c := &contact{
		trigger: i, carrier: grammar.CarrierOf(r.Parse, i), noun: n, means: n.means, direction: last.direction,
		first: last.first, second: last.second, sender: last.sender, place: -1, inferred: true,
	}
	status, ok := r.statusOf(c)
	if !ok {
		return nil
	}
	time := r.timeOf(c)
	if status == graph.StatusDenied && r.HasChild(i, "no") && modeOf(last.status) != status {
		return c
	}
	if time == nil || modeOf(status) != graph.StatusAsserted {
		return nil
	}
	if c.another = r.boundsContacts(i); c.another {
		return c
	}
	if sameTime(time, last.time) {
		return nil
	}
	return c
}

// isOneMore reports whether a verb tells of one more contact than those before: "they
// will meet again", "A later spoke with B", "went on to speak with B".
func (r *reading) isOneMore(c *contact) bool {
	if c.noun != nil {
		return false
	}
	above, dep := r.Head(c.trigger), r.Dep(c.trigger)
	if (dep == "xcomp" || dep == "advcl") && r.Lemma(above) == "go" && r.HasChild(above, "on") {
		return true
	}
	return slices.ContainsFunc(r.Children(c.trigger, "advmod"), func(child int) bool {
		switch r.Lower(child) {
		case "again", "later", "subsequently", "afterwards":
			return r.timeAt[child] < 0 || r.Lower(child) == "later"
		}
		return false
	})
}

// boundsContacts reports whether a contact noun says when the contacts that the
// subject of its clause takes up began or ended: "these exchanges ceased following
// a call in May".
func (r *reading) boundsContacts(i int) bool {
	verb := r.VerbAbove(i)
	if verb >= 0 && r.Dep(verb) == "prep" { // "following", tagged as a verb
		verb = r.VerbAbove(verb)
	}
	if verb < 0 || !bounding[r.Lemma(verb)] || !grammar.IsInPhrase(r.Parse, i, verb) {
		return false
	}
	for _, subject := range r.Children(verb, "nsubj", "nsubjpass") {
		if nounOf[r.Lemma(subject)] != nil && grammar.IsDefinite(r.Parse, subject) {
			return true
		}
	}
	return false
}

// bounding are verbs of beginning and ending.
var bounding = set("begin start open resume cease stop end halt break suspend cut freeze lapse dwindle")

// hasParties reports whether a noun's own phrase names any party.
func (r *reading) hasParties(i int) bool {
	return r.Child(i, "poss") >= 0 || len(r.phrase(i, nil, "with", "between", "to", "from", "of", "by", "among")) > 0
}
