package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/what/evidence"
)

// settleRoles decides who begins a contact where its trigger alone does not say: a call
// "with" somebody has no direction, to speak "to" somebody has one, and whoever travels
// to the other side begins.
func settleRoles(a *evidence.Article, c *draft, t travels) {
	switch {
	case c.noun == nil && isSpokenTo(a, c), c.noun != nil && opensContact(a, c), asksForIt(a, c):
		c.direction = outward
	case c.noun != nil && c.means == graph.MeansCall && isWithSecond(a, c), c.noun != nil && isExchanged(a, c):
		c.direction = mutual
	}
	addMediators(a, c)
	if c.direction == mutual && c.sender < 0 {
		settleTraveller(a, c, t)
	}
	if c.sender < 0 && len(c.first) > 0 {
		c.sender = principalOf(a, c)
		c.deputized = c.sender >= 0
	}
}

// rolesOf returns the roles of the two sides.
func rolesOf(c *draft) (first, second graph.Role) {
	switch {
	case c.direction == mutual && (c.sender < 0 || c.deputized) || len(c.second) == 0:
		return graph.RoleParticipant, graph.RoleParticipant
	case c.direction == inward:
		return graph.RoleRecipient, graph.RoleInitiator
	}
	return graph.RoleInitiator, graph.RoleRecipient
}

// isSpokenTo reports whether the other side of a mutual verb is one that is spoken to:
// "spoke to Okoro", not "spoke with Okoro".
func isSpokenTo(a *evidence.Article, c *draft) bool {
	return c.direction == mutual && !c.means.IsInPerson() && isObjectOf(a, c.trigger, c.second, "to")
}

// isWithSecond reports whether "with" introduces the other side of a noun.
func isWithSecond(a *evidence.Article, c *draft) bool {
	return isObjectOf(a, c.trigger, c.second, "with") && !isObjectOf(a, c.trigger, c.all(), "to", "from")
}

// isObjectOf reports whether one of the members is the object of a preposition below a token.
func isObjectOf(a *evidence.Article, i int, members []int, prepositions ...string) bool {
	for _, objects := range a.ObjectsOf(i, prepositions...) {
		for _, object := range objects {
			if evidence.ShareAny(a.Party(object, nil), members) {
				return true
			}
		}
	}
	return false
}

// opensContact reports whether a light verb says that its subject began a contact: "got
// in touch with Okoro", "made contact with Okoro".
func opensContact(a *evidence.Article, c *draft) bool {
	if c.direction != mutual || c.noun.Means != graph.MeansUnspecified || !openingContact[lemmaOf(a, c.carrier)] {
		return false
	}
	return grammar.IsCarried(a.Parse, c.trigger, c.carrier) && isSubject(a, c.carrier, c.first)
}

// asksForIt reports whether the first side asks the other for a contact: "offered to meet
// Okoro", "sought a meeting with Okoro".
func asksForIt(a *evidence.Article, c *draft) bool {
	if c.direction != mutual || c.status != graph.StatusRequested || len(c.first) == 0 || len(c.second) == 0 {
		return false
	}
	for _, governor := range grammar.Governors(a.Parse, c.trigger, nil) {
		verb := governor.Token
		if a.IsVerb(verb) && (requesting[a.Lemma(verb)] || grammar.IsWouldLike(a.Parse, verb)) {
			return isSubject(a, verb, c.first)
		}
	}
	return false
}

// isSubject reports whether all these members do what a verb says.
func isSubject(a *evidence.Article, verb int, members []int) bool {
	return len(members) > 0 && len(evidence.Without(members, a.PartiesOf(a.Subjects(verb), nil))) == 0
}

// isExchanged reports whether a verb says that both sides did what a noun says: "exchanged
// emails with Okoro".
func isExchanged(a *evidence.Article, c *draft) bool {
	verb := c.carrier
	if verb < 0 || a.Dep(c.trigger) != "dobj" || a.Head(c.trigger) != verb {
		return false
	}
	return slices.ContainsFunc(verbsOf[a.Lemma(verb)], func(v *lexicon.ContactVerb) bool { return v.Direction == mutual && v.Means == graph.MeansMessage })
}
