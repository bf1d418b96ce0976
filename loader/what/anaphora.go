package what

import (
	"slices"

	"dateline/graph"
)

// maxReach is how many sentences back "the call" can take up a contact.
const maxReach = 2

// takeUp lets a contact noun without parties of its own, such as "the call" in
// "During the call, A said …", tell more of the contact that it takes up: its
// means, its time, its place.
func (r *reading) takeUp(i int, drafts []*contact) {
	n := nounOf[r.lemma(i)]
	if n == nil || !r.isNoun(i) || r.isOtherSense(i) || !r.isDefinite(i) || len(drafts) == 0 {
		return
	}
	if n.isInvitation() && r.hasParties(i) {
		return // of its own
	}
	for _, c := range slices.Backward(drafts) {
		distance := r.doc.Tokens[i].Sentence - r.doc.Tokens[c.trigger].Sentence
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
	verb := r.head(i)
	if !r.isVerb(verb) || r.dep(i) != "dobj" && r.dep(i) != "nsubjpass" || r.child(verb, "neg") >= 0 || r.hasModal(verb) {
		return false
	}
	switch r.lemma(verb) {
	case "call":
		return r.hasChild(verb, "off")
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
	for range maxClimb {
		preposition := r.head(i)
		if r.dep(i) != "pobj" || preposition == i {
			return -1
		}
		head := r.head(preposition)
		switch r.lower(preposition) {
		case "in", "during", "for", "at", "as":
			if r.isVerb(head) {
				return head
			}
		case "of":
		default:
			return -1
		}
		if !r.isNoun(head) {
			return -1
		}
		i = head
	}
	return -1
}

// isTalk reports whether a contact is told by a noun or by a verb of talking, not by
// one of asking or telling.
func (r *reading) isTalk(c *contact) bool { return c.noun != nil || c.direction == mutual }

// isDefinite reports whether a noun takes up what was told.
func (r *reading) isDefinite(i int) bool {
	return r.hasChild(i, "the", "this", "that", "these", "those", "such", "their")
}

// fitsNoun reports whether a noun can stand for a contact.
func fitsNoun(c *contact, n *noun) bool {
	return c.means.Compatible(n.means)
}

// learn adds what a later phrase tells of a contact.
func (r *reading) learn(c *contact, i int, n *noun) {
	later := &contact{trigger: i, carrier: r.carrierOf(i), noun: n, means: n.means, sender: -1, place: -1}
	if c.means.IsVague() && r.isTalk(c) && r.doc.Tokens[i].Sentence-r.doc.Tokens[c.trigger].Sentence <= 1 && (n.means == graph.MeansCall || n.means.IsInPerson()) && r.dep(i) != "poss" && r.dep(i) != "compound" {
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
	n := nounOf[r.lemma(i)]
	if n == nil || !r.isNoun(i) || r.isOtherSense(i) || r.isDefinite(i) || !n.bare && n.means != graph.MeansCall || r.hasParties(i) {
		return nil
	}
	distance := r.doc.Tokens[i].Sentence - r.doc.Tokens[last.trigger].Sentence
	if distance > 1 || last.trigger >= i || r.breakBetween(last.trigger, i) || len(last.all()) > 2 || distance == 1 && !r.startsWithAnaphor(i) {
		return nil
	}
	c := &contact{
		trigger: i, carrier: r.carrierOf(i), noun: n, means: n.means, direction: last.direction,
		first: last.first, second: last.second, sender: last.sender, place: -1, inferred: true,
	}
	status, ok := r.statusOf(c)
	if !ok {
		return nil
	}
	time := r.timeOf(c)
	if status == graph.StatusDenied && r.hasChild(i, "no") && modeOf(last.status) != status {
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
	above, dep := r.head(c.trigger), r.dep(c.trigger)
	if (dep == "xcomp" || dep == "advcl") && r.lemma(above) == "go" && r.hasChild(above, "on") {
		return true
	}
	return slices.ContainsFunc(r.children(c.trigger, "advmod"), func(child int) bool {
		switch r.lower(child) {
		case "again", "later", "subsequently", "afterwards":
			return r.timeAt[child] < 0 || r.lower(child) == "later"
		}
		return false
	})
}

// boundsContacts reports whether a contact noun says when the contacts that the
// subject of its clause takes up began or ended: "these exchanges ceased following
// a call in May".
func (r *reading) boundsContacts(i int) bool {
	verb := r.verbAbove(i)
	if verb >= 0 && r.dep(verb) == "prep" { // "following", tagged as a verb
		verb = r.verbAbove(verb)
	}
	if verb < 0 || !bounding[r.lemma(verb)] || !r.inPhrase(i, verb) {
		return false
	}
	for _, subject := range r.children(verb, "nsubj", "nsubjpass") {
		if nounOf[r.lemma(subject)] != nil && r.isDefinite(subject) {
			return true
		}
	}
	return false
}

// bounding are verbs of beginning and ending.
var bounding = set("begin start open resume cease stop end halt break suspend cut freeze lapse dwindle")

// hasParties reports whether a noun's own phrase names any party.
func (r *reading) hasParties(i int) bool {
	return r.child(i, "poss") >= 0 || len(r.phrase(i, nil, "with", "between", "to", "from", "of", "by", "among")) > 0
}

// startsWithAnaphor reports whether the sentence of a token takes up what was told:
// "he" and "these exchanges" as subjects before it.
func (r *reading) startsWithAnaphor(i int) bool {
	for t := r.doc.SentenceOf(i).Start; t < i; t++ {
		if dep := r.dep(t); dep != "nsubj" && dep != "nsubjpass" {
			continue
		}
		if r.doc.Tokens[t].Tag == "PRP" || r.hasChild(t, "the", "this", "these", "those", "that", "such") {
			return true
		}
	}
	return false
}
