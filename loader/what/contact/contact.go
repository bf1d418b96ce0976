package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// Find returns the contacts that an article reports, in the order of their triggers.
func Find(a *evidence.Article) []evidence.Finding {
	drafts := found(a)
	dateByContext(a, drafts)
	var findings []evidence.Finding
	travelled := travelsOf(a)
	for _, c := range drafts {
		settleRoles(a, c, travelled)
		findings = append(findings, toFinding(a, c))
	}
	return findings
}

// found returns the contacts of an article, each once.
func found(a *evidence.Article) []*draft {
	contacts, _ := uniteSame(a, tellings(a))
	return contacts
}

// read adds the contacts that a token triggers to those before it, or what it adds to one
// of them.
func read(a *evidence.Article, i int, drafts []*draft) []*draft {
	if c := replyContact(a, i, drafts); c != nil && complete(a, c) {
		return append(drafts, c)
	}
	triggered := verbContacts(a, i)
	if len(triggered) == 0 {
		triggered = nounContacts(a, i)
	}
	for _, c := range triggered {
		if whole := occasionOf(a, c, drafts); whole != nil {
			addDetails(a, whole, i, c.noun)
		} else if complete(a, c) {
			drafts = append(drafts, c)
		}
	}
	if len(triggered) > 0 {
		return drafts
	}
	if c := impliedContact(a, i, drafts); c != nil && complete(a, c) {
		return append(drafts, c)
	}
	if len(drafts) == 0 {
		return drafts
	}
	if c := nextContact(a, i, drafts[len(drafts)-1]); c != nil && complete(a, c) {
		return append(drafts, c)
	}
	resolveAnaphor(a, i, drafts)
	return drafts
}

// complete takes a contact whose trigger and sides are known through the other steps,
// from top to bottom. It returns false if one of them finds that it is no contact.
func complete(a *evidence.Article, c *draft) bool {
	// Sides: there must be two, and somebody must be named.
	if !settleSides(a, c) {
		return false
	}
	// Place: before the rest, which may leave the clause.
	if place := placeOf(a, c); place >= 0 {
		c.place = place
	}
	// Means: the trigger's own, unless words beside it are more exact.
	c.means = meansOf(a, c)
	// Status: a question or a wish reports nothing.
	var ok bool
	if c.status, ok = statusOf(a, c); !ok {
		return false
	}
	// Source: needs the sides, which can be "the two governments" that said so, and the
	// means, since a letter is often told of by whoever published it.
	c.sources = sourcesOf(a, c)
	// Time: the clause's own, or else the narrative's, which needs the status.
	if c.time, c.unplaced = timeOf(a, c); isOfAsking(a, c) {
		c.time, c.unplaced = nil, true
	}
	c.time = stillToCome(a, c)
	c.told = toldOn(a, c)
	// Claim: "the first since", "the last".
	c.claim = claimOf(a, c)
	// Status once more: what is asserted of the future is planned.
	if c.status == graph.StatusAsserted && isFuture(a, c.time) && !grammar.IsPast(a.Parse, c.carrier) {
		c.status = graph.StatusPlanned
	}
	// Same: "met again" is never the contact before.
	c.another = c.another || isOneMore(a, c)
	// Kind: on what level, how many at once, and whether a plan is all that is denied.
	c.kind, c.several, c.noPlan = qualifierOf(a, c), isSeveral(a, c), deniesPlan(a, c)
	// About: needs the sides, which are no topics.
	c.about = aboutOf(a, c)
	// Quote: last, since it must mention the parties.
	c.quote = quoteOf(a, c)
	return true
}

// settleSides makes the two sides of a contact disjoint and reports whether they are
// those of one: at least two parties, one of them with a name.
func settleSides(a *evidence.Article, c *draft) bool {
	c.second = evidence.Without(c.second, c.first)
	if len(c.first)+len(c.second) < 2 || len(c.first) == 0 && c.direction != mutual {
		return false
	}
	if c.noun != nil && c.means == graph.MeansVisit && c.direction == outward && !isReceived(a, c) {
		return false
	}
	return slices.ContainsFunc(c.all(), a.IsNamed) && !isWithOwnState(a, c)
}

// isWithOwnState reports whether the only two parties are a person and the state that the
// person is of: then the other side is missing.
func isWithOwnState(a *evidence.Article, c *draft) bool {
	all := c.all()
	if len(all) != 2 {
		return false
	}
	isOf := func(person, state int) bool {
		p, s := a.Member(person), a.Member(state)
		return p.Kind == graph.KindPerson && s.OrganizationKind == graph.OrganizationState && p.Country != "" && p.Country == s.Country
	}
	return isOf(all[0], all[1]) || isOf(all[1], all[0])
}
