package what

// mediating are verbs whose subject brings others together.
var mediating = set("mediate broker host facilitate moderate chair convene sponsor oversee arrange organize organise")

// mediatorsOf gives who brings the parties of a contact together: the subject of
// "brokered talks between A and B", the state of "Chadian-mediated talks".
func (r *reading) mediatorsOf(c *contact) []int {
	parties := c.all()
	for _, child := range r.children(c.trigger, "amod") {
		if !mediating[r.lemma(child)] {
			continue
		}
		for _, by := range r.children(child, "npadvmod", "compound", "nmod", "advmod") {
			if member, ok := r.qualifier(by); ok {
				return without([]int{member}, parties)
			}
		}
	}
	verb := c.carrier
	if verb < 0 || !mediating[r.lemma(verb)] || !r.isCarried(c.trigger, verb) {
		return nil
	}
	return without(r.partiesOf(r.subjects(verb), parties), parties)
}
