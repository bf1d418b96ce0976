package what

import (
	"slices"

	"dateline/loader/grammar"
)

// carrierSides takes the sides that stand around the verb that carries a noun:
// "A held talks with B", "A sent B a letter", "a letter sent by A to B", "A
// thanked B in a call".
func (r *reading) carrierSides(c *contact, groups *[][]int) {
	verb := c.carrier
	if verb < 0 {
		return
	}
	light := (grammar.LightVerbs[r.Lemma(verb)] || r.Lemma(verb) == "be") && grammar.IsCarried(r.Parse, c.trigger, verb)
	if len(c.first) == 0 && (light || c.noun.bare || grammar.IsInPhrase(r.Parse, c.trigger, verb) || len(*groups) > 0) {
		c.first = r.actors(c, verb, light)
		if len(c.first) > 1 && len(*groups) == 0 && !light {
			c.first = nil // "A and B hid the talks"
		}
	}
	if len(*groups) > 0 || !grammar.IsArgument(r.Parse, c.trigger, verb) {
		return
	}
	if light {
		for _, objects := range r.ObjectsOf(verb, r.counterpartPrepositions(c.noun)...) {
			if second := r.partiesOf(objects, c.first); len(second) > 0 {
				*groups = append(*groups, second)
			}
		}
	}
	for _, object := range r.Children(verb, "dative", "dobj") {
		if object == c.trigger || r.Covers(object, c.trigger) || !r.isPersonal(object) || !r.isSetting(c.trigger, verb) || r.Dep(c.trigger) == "pobj" && len(r.ObjectsOf(c.trigger, "to")) > 0 {
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
	if r.Dep(i) == "dobj" {
		return r.Head(i) == verb
	}
	if r.Dep(i) != "pobj" {
		return false
	}
	switch r.Lower(r.Head(i)) {
	case "in", "during", "at", "by", "via", "over", "with":
		return r.Head(r.Head(i)) == verb
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
		for _, purpose := range r.Children(holder, "advcl", "acl", "xcomp", "relcl") {
			if !addressing[r.Lemma(purpose)] || purpose < c.trigger {
				continue
			}
			for _, object := range r.Children(purpose, "dobj", "dative") {
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
	if !light && reportingVerbs[r.Lemma(verb)] && grammar.IsArgument(r.Parse, c.trigger, verb) && !grammar.IsInPhrase(r.Parse, c.trigger, verb) {
		return nil
	}
	subjects := r.doers(verb)
	if slices.ContainsFunc(subjects, func(s int) bool { return r.Covers(s, c.trigger) }) {
		return r.agentsAsParties(verb)
	}
	if grammar.IsPassive(r.Parse, verb) && grammar.IsInPhrase(r.Parse, c.trigger, verb) && len(grammar.Agents(r.Parse, verb)) == 0 {
		subjects = r.Children(verb, "nsubjpass")
	}
	return r.partiesOf(subjects, nil)
}

func (r *reading) agentsAsParties(verb int) []int {
	return r.partiesOf(grammar.Agents(r.Parse, verb), nil)
}
