package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/what/evidence"
)

// lightVerbSides takes the sides around the verb that carries a noun: "Lim held talks
// with Okoro", "Lim sent Okoro a letter", "a letter sent by Lim to Okoro", "Lim thanked
// Okoro in a call".
func lightVerbSides(a *evidence.Article, c *draft, q *grammar.Proposition, groups *[][]int) {
	verb := c.carrier
	if verb < 0 {
		return
	}
	light := grammar.LightVerbs[a.Lemma(verb)] && grammar.IsCarried(a.Parse, c.trigger, verb)
	if len(c.first) == 0 && (light || c.noun.Bare || grammar.IsInPhrase(a.Parse, c.trigger, verb) || len(*groups) > 0) {
		c.first = actors(a, c, verb, light)
		if len(c.first) > 1 && len(*groups) == 0 && !light {
			c.first = nil // "A and B hid the talks"
		}
	}
	if len(c.first) == 0 && len(*groups) > 0 && c.noun.Means == graph.MeansMessage && ofWriting[a.Lower(a.Head(c.trigger))] {
		c.first = evidence.PartiesIn(a, q, slices.Concat(*groups...), grammar.ClauseSubject) // "in a letter sent to Okoro, Lim wrote"
	}
	if len(*groups) > 0 || !grammar.IsArgument(a.Parse, c.trigger, verb) {
		return
	}
	if c.noun.Means == graph.MeansVisit && !light {
		return // "met Okoro during a visit", which is to the place
	}
	if !(a.Dep(c.trigger) == "pobj" && (sending[a.Lemma(verb)] || q.Has("to"))) {
		*groups = addressees(a, c, q)
	}
	if light && len(*groups) == 0 {
		purposeSide(a, c, groups)
	}
}

// isAddressed reports whether a phrase in a slot of a light verb is whom the words go to.
func isAddressed(a *evidence.Article, carrier, phrase int, slot grammar.Slot) bool {
	return a.IsPersonal(phrase) || isTold(a, carrier, phrase) || slot == grammar.IndirectObject && evidence.IsBody(a, phrase)
}

// addressees returns the groups of people to whom a verb does what it does in a noun:
// "thanked Okoro in a letter", "appealed to Okoro in a letter", "sent Okoro a letter".
func addressees(a *evidence.Article, c *draft, q *grammar.Proposition) [][]int {
	var slots []grammar.Slot
	if isCircumstance(a, c.trigger, c.carrier) {
		slots = append(slots, grammar.IndirectObject, grammar.ClauseObject)
	}
	if c.noun.Means == graph.MeansMessage && ofWriting[a.Lower(a.Head(c.trigger))] {
		slots = append(slots, grammar.ClauseTo)
	}
	for _, slot := range slots {
		for _, phrase := range evidence.GroupsIn(a, q, slot) {
			if a.Covers(phrase[0], c.trigger) && !a.Covers(phrase[0], c.carrier) || !isAddressed(a, c.carrier, phrase[0], slot) {
				continue
			}
			if second := a.PartiesOf(phrase, c.first); len(second) > 0 {
				return [][]int{second}
			}
		}
	}
	return nil
}

// isTold reports whether a body is told or asked something by a verb: "told the council in
// a letter", not "criticized the council in a letter".
func isTold(a *evidence.Article, verb, object int) bool {
	addressed := slices.ContainsFunc(verbsOf[a.Lemma(verb)], func(v *lexicon.ContactVerb) bool { return v.Object == lexicon.Addressee })
	return addressed && slices.ContainsFunc(a.Party(object, nil), func(m int) bool { return a.Member(m).Kind == graph.KindOrganization })
}

// isCircumstance reports whether a noun says how the verb is done to its object: "thanked
// Okoro in a letter", "sent Okoro a letter".
func isCircumstance(a *evidence.Article, i, verb int) bool {
	if a.Dep(i) == "dobj" {
		return a.Head(i) == verb
	}
	if a.Dep(i) != "pobj" {
		return false
	}
	preposition := a.Head(i)
	return ofCircumstance[a.Lower(preposition)] && a.Head(preposition) == verb
}

// purposeSide takes as the other side whoever a call or letter is to move: "made calls to
// warn Okoro".
func purposeSide(a *evidence.Article, c *draft, groups *[][]int) {
	if c.noun.Direction != outward {
		return
	}
	for _, holder := range []int{c.trigger, c.carrier} {
		for _, purpose := range a.Children(holder, "advcl", "acl", "xcomp", "relcl") {
			if !addressing[a.Lemma(purpose)] || purpose < c.trigger {
				continue
			}
			for _, object := range a.Children(purpose, "dobj", "dative") {
				if second := a.Parties(object, c.first); len(second) > 0 {
					*groups = append(*groups, second)
					return
				}
			}
		}
	}
}

// broughtInto returns who is brought into a contact by others, and makes those its
// mediators: Silva in "Lim put Silva in touch with Okoro".
func broughtInto(a *evidence.Article, c *draft, verb int) []int {
	object := a.Child(verb, "dobj", "nsubjpass")
	if !introducing[a.Lemma(verb)] || object < 0 || object == c.trigger || a.Dep(c.trigger) != "pobj" || !a.IsPersonal(object) {
		return nil
	}
	brought := a.Parties(object, nil)
	c.mediators = evidence.Without(a.PartiesOf(a.Subjects(verb), nil), append(slices.Clone(brought), c.second...))
	return brought
}

// actors returns who does the verb that carries a noun, unless the verb only reports the
// contact.
func actors(a *evidence.Article, c *draft, verb int, light bool) []int {
	if brought := broughtInto(a, c, verb); len(brought) > 0 {
		return brought
	}
	if envoys, sender := envoysOn(a, c.trigger, verb); len(envoys) > 0 {
		c.sender = sender
		return envoys
	}
	if !light && reportingVerbs[a.Lemma(verb)] && grammar.IsArgument(a.Parse, c.trigger, verb) && !grammar.IsInPhrase(a.Parse, c.trigger, verb) {
		return nil
	}
	subjects := a.Subjects(verb)
	if slices.ContainsFunc(subjects, func(s int) bool { return a.Covers(s, c.trigger) }) {
		return evidence.AgentParties(a, verb)
	}
	if grammar.IsPassive(a.Parse, verb) && grammar.IsInPhrase(a.Parse, c.trigger, verb) && len(grammar.Agents(a.Parse, verb)) == 0 {
		subjects = a.Children(verb, "nsubjpass")
	}
	return a.PartiesOf(subjects, nil)
}
