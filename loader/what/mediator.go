package what

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
)

// mediating are verbs whose subject brings others together.
var mediating = set("mediate broker host facilitate moderate chair convene sponsor oversee arrange organize organise")

// mediatorsOf returns who brings the parties of a contact together: the subject of
// "brokered talks between A and B", the state of "Chadian-mediated talks".
func (r *reading) mediatorsOf(c *contact) []int {
	parties := c.all()
	for _, child := range r.Children(c.trigger, "amod") {
		if !mediating[r.Lemma(child)] {
			continue
		}
		for _, by := range r.Children(child, "npadvmod", "compound", "nmod", "advmod") {
			if member, ok := r.qualifier(by); ok {
				return without([]int{member}, parties)
			}
		}
	}
	verb := c.carrier
	if verb < 0 || !mediating[r.Lemma(verb)] || !grammar.IsCarried(r.Parse, c.trigger, verb) {
		return nil
	}
	return without(r.partiesOf(r.doers(verb), parties), parties)
}

// introductions returns the meeting of "A introduced B to C", where B and C are
// people and A brings them together; of "A introduced himself to C" that of A and C.
func (r *reading) introductions(verb int) []*contact {
	objects := r.Children(verb, "dobj")
	if grammar.IsPassive(r.Parse, verb) {
		objects = r.Children(verb, "nsubjpass")
	}
	to := slices.Concat(r.ObjectsOf(verb, "to")...)
	if len(objects) != 1 || len(to) == 0 || !r.isPersonal(objects[0]) || !r.isPersonal(to[0]) {
		return nil
	}
	introducers := r.partiesOf(r.doers(verb), nil)
	first := r.partiesOf(objects, nil)
	second := slices.DeleteFunc(r.partiesOf(to, first), r.isGeneric)
	if len(first) == 0 || len(second) == 0 {
		return nil
	}
	c := &contact{trigger: verb, carrier: verb, means: graph.MeansMeeting, direction: mutual, first: first, second: second, sender: -1, place: -1}
	c.mediators = without(introducers, c.all())
	return []*contact{c}
}
