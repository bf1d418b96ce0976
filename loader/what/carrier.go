package what

import "slices"

// carrierSides takes the sides that stand around the verb that carries a noun:
// "A held talks with B", "A sent B a letter", "a letter sent by A to B", "A
// thanked B in a call".
func (r *reading) carrierSides(c *contact, groups *[][]int) {
	verb := c.carrier
	if verb < 0 {
		return
	}
	light := (lightVerbs[r.lemma(verb)] || r.lemma(verb) == "be") && r.isCarried(c.trigger, verb)
	if len(c.first) == 0 && (light || c.noun.bare || r.inPhrase(c.trigger, verb) || len(*groups) > 0) {
		c.first = r.actors(c, verb, light)
		if len(c.first) > 1 && len(*groups) == 0 && !light {
			c.first = nil // "A and B hid the talks"
		}
	}
	if len(*groups) > 0 || !r.isArgument(c.trigger, verb) {
		return
	}
	if light {
		for _, objects := range r.objectsOf(verb, r.counterpartPrepositions(c.noun)...) {
			if second := r.partiesOf(objects, c.first); len(second) > 0 {
				*groups = append(*groups, second)
			}
		}
	}
	for _, object := range r.children(verb, "dative", "dobj") {
		if object == c.trigger || r.covers(object, c.trigger) || !r.isPersonal(object) || !r.isSetting(c.trigger, verb) || r.dep(c.trigger) == "pobj" && len(r.objectsOf(c.trigger, "to")) > 0 {
			continue
		}
		if second := r.parties(object, c.first); len(second) > 0 && len(*groups) == 0 {
			*groups = append(*groups, second)
		}
	}
	if light && len(*groups) == 0 {
		r.purposeSide(c, groups)
	}
}

// isSetting reports whether a noun is where or how the verb is done to its object:
// "thanked B in a letter", "sent B a letter".
func (r *reading) isSetting(i, verb int) bool {
	if r.dep(i) == "dobj" {
		return r.head(i) == verb
	}
	if r.dep(i) != "pobj" {
		return false
	}
	switch r.lower(r.head(i)) {
	case "in", "during", "at", "by", "via", "over", "with":
		return r.head(r.head(i)) == verb
	}
	return false
}

// isCarried reports whether a noun is what a light verb carries: its object or
// subject, or what one is in ("in talks", "engaged in talks").
func (r *reading) isCarried(i, verb int) bool {
	noun := i
	for range maxClimb {
		switch r.dep(i) {
		case "dobj", "nsubj", "nsubjpass", "attr", "oprd", "ROOT", "ccomp":
			return true
		case "conj", "compound", "nmod":
			i = r.head(i)
		case "pobj":
			preposition := r.head(i)
			holder := r.head(preposition)
			if holder == verb {
				return r.lower(preposition) == "in" || r.lower(preposition) == "into" || r.lemma(noun) == "phone"
			}
			if r.lower(preposition) != "of" {
				return false
			}
			i = holder // "a series of talks", "the resumption of talks"
		default:
			return r.covers(i, verb)
		}
	}
	return false
}

// purposeSide takes as the other side the one whom a call or letter is to move:
// "made calls to warn B".
func (r *reading) purposeSide(c *contact, groups *[][]int) {
	if c.noun.direction != outward {
		return
	}
	for _, holder := range []int{c.trigger, c.carrier} {
		for _, purpose := range r.children(holder, "advcl", "acl", "xcomp", "relcl") {
			if !addressing[r.lemma(purpose)] || purpose < c.trigger {
				continue
			}
			for _, object := range r.children(purpose, "dobj", "dative") {
				if second := r.parties(object, c.first); len(second) > 0 {
					*groups = append(*groups, second)
					return
				}
			}
		}
	}
}

// addressing are verbs whose object is spoken to.
var addressing = set("warn tell urge ask press brief congratulate thank persuade convince assure inform remind invite discourage dissuade reassure implore beg lobby pressure caution")

// actors returns who does the verb that carries a noun, unless the verb only tells
// of the contact.
func (r *reading) actors(c *contact, verb int, light bool) []int {
	if !light && reportingVerbs[r.lemma(verb)] && r.isArgument(c.trigger, verb) && !r.inPhrase(c.trigger, verb) {
		return nil
	}
	subjects := r.subjects(verb)
	if slices.ContainsFunc(subjects, func(s int) bool { return r.covers(s, c.trigger) }) {
		return r.agentsAsParties(verb)
	}
	if r.isPassive(verb) && r.inPhrase(c.trigger, verb) && len(r.agents(verb)) == 0 {
		subjects = r.children(verb, "nsubjpass")
	}
	return r.partiesOf(subjects, nil)
}

func (r *reading) agentsAsParties(verb int) []int {
	return r.partiesOf(r.agents(verb), nil)
}

// isArgument reports whether a noun hangs on a verb itself or through prepositions
// and nouns, with no other clause between.
func (r *reading) isArgument(i, verb int) bool {
	if r.covers(i, verb) {
		return true // "a letter sent by A"
	}
	for ancestor := range r.doc.Ancestors(i) {
		if ancestor == verb {
			return true
		}
		if r.isVerb(ancestor) {
			return false
		}
	}
	return false
}

// inPhrase reports whether a noun stands in a prepositional phrase below a verb.
func (r *reading) inPhrase(i, verb int) bool {
	for ancestor := range r.doc.Ancestors(i) {
		if ancestor == verb {
			return false
		}
		if r.dep(ancestor) == "prep" || r.dep(ancestor) == "agent" {
			return true
		}
	}
	return false
}
