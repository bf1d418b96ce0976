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
	for _, c := range slices.Backward(drafts) {
		distance := r.doc.Tokens[i].Sentence - r.doc.Tokens[c.trigger].Sentence
		if distance > maxReach {
			return
		}
		if c.trigger == i || c.status == graph.StatusDenied || !fitsNoun(c, n) {
			continue
		}
		r.learn(c, i, n)
		return
	}
}

// isDefinite tells whether a noun takes up what was told.
func (r *reading) isDefinite(i int) bool {
	return r.hasChild(i, "the", "this", "that", "these", "those", "their")
}

// fitsNoun tells whether a noun can stand for a contact.
func fitsNoun(c *contact, n *noun) bool {
	return c.means == n.means || isOpen(c.means) || isOpen(n.means) || inPerson(c.means) && inPerson(n.means)
}

// learn adds what a later phrase tells of a contact.
func (r *reading) learn(c *contact, i int, n *noun) {
	later := &contact{trigger: i, carrier: r.carrierOf(i), noun: n, means: n.means, sender: -1, place: -1}
	if isOpen(c.means) {
		if means := r.meansOf(later); !isOpen(means) {
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
